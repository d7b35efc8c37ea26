/** What each service covers, and how much of it. */
import { reading, stated, type RuleTable } from "./rule.js";

export const COVERAGE_RULES = {
  "COV-PHYSIO-ANNUAL-12": stated(
    "Flex product sheet, 'Insurance content'",
    "Flex covers twelve treatments of physiotherapy and chiropractic together in a calendar year; a setting can give each twelve.",
  ),
  "COV-FLEX-OSTEO-5": stated("Flex product sheet, 'Insurance content'", "Flex covers five osteopathy treatments in a calendar year."),
  "COV-FLEX-SPECIALIST-EXAM": reading(
    "Flex product sheet, 'Insurance content', 'exclusions'",
    "Flex covers examination by a specialist, not treatment.",
  ),
  "COV-FLEX-PSYCH": stated(
    "Flex product sheet, 'Insurance content', 'exclusions'",
    "Flex covers psychologists in the network only, and no lasting disorders.",
  ),
  "COV-FLEX-CHRONIC-MSK": stated(
    "Flex product sheet, 'exclusions'",
    "Flex excludes chronic disorders from before, except musculoskeletal ones at physiotherapist, chiropractor or osteopath.",
  ),
  "COV-FLEX-EXCLUSIONS": stated(
    "Flex product sheet, 'exclusions'",
    "Flex leaves out psychiatrists, the heart, dental and alternative treatment and what its list does not name.",
  ),
  "COV-PHYSIO-NECESSARY": stated(
    "insurance conditions 2025, sections 5.7, 6.2",
    "The base cover and option B have no fixed number of physical treatments.",
  ),
  "COV-PORTION": stated(
    "insurance conditions 2025, sections 5.6.6, 5.7, 5.8, 6.1, 6.2, 6.5",
    "Own choice, options A and F and psychiatrists are allocated in portions.",
  ),
  "COV-GROUP-TRAINING": stated(
    "insurance conditions 2025, sections 4.7, 5.7, 5.6.6",
    "Group training is covered as part of a covered course, by the rules of physiotherapy.",
  ),
  "COV-CHRONIC-6M": stated(
    "insurance conditions 2025, sections 5.4, 7",
    "A chronic disease that occurs during the insurance is covered for six months from its diagnosis.",
  ),
  "COV-CHRONIC-LISTED": stated(
    "insurance conditions 2025, section 7",
    "What section 7 lists as chronic is chronic by its code, unless the insurer's doctors decide otherwise in a case.",
  ),
  "COV-CHRONIC-DATE": reading(
    "insurance conditions 2025, sections 5.4, 7",
    "Without a day of diagnosis a chronic disease is covered for six months from its first symptoms; then the day is asked for.",
  ),
  "COV-AFTER-SURGERY": reading(
    "insurance conditions 2025, sections 5.6.1, 5.6.6, 6.8",
    "Rehabilitation and checks after a covered operation know no six months of their own: the operation was judged.",
  ),
  "COV-CHRONIC-PREEXISTING": stated(
    "insurance conditions 2025, sections 5.4, 7",
    "A chronic disease from before the insurance is not covered.",
  ),
  "COV-COMPLICATION-6M": stated(
    "insurance conditions 2025, section 5.5",
    "A complication of a chronic disease is covered for six months from its own diagnosis.",
  ),
  "COV-CATARACT-6M": stated(
    "insurance conditions 2025, section 5.6",
    "Cataracts diagnosed during the insurance are covered for six months from diagnosis.",
  ),
  "COV-GLAD-CONDITIONS": stated(
    "insurance conditions 2025, section 5.7; physical treatment leaflet, 'GLA:D'",
    "GLA:D is for osteoarthritis of hip or knee and for back pain of more than three months or that keeps coming back.",
  ),
  "COV-GLAD-NO-6M": stated(
    "insurance conditions 2025, section 5.7",
    "GLA:D knows no six months, but what was there before stays excluded.",
  ),
  "COV-GLAD-ONE": stated("insurance conditions 2025, section 5.7", "One GLA:D programme for each region; a discontinued one counts."),
  "COV-REHAB": stated(
    "insurance conditions 2025, section 5.6.6; physical treatment leaflet, 'Genoptræning'",
    "Rehabilitation follows musculoskeletal surgery, or a herniated disc without surgery.",
  ),
  "COV-A-MSK": stated(
    "insurance conditions 2025, section 6.1; physical treatment leaflet, 'Tilvalg A'",
    "Acupuncture, reflexology and osteopathy under option A are for musculoskeletal disorders.",
  ),
  "COV-A-10-CLAIM": stated(
    "insurance conditions 2025, section 6.1; physical treatment leaflet, 'Tilvalg A'",
    "Option A: ten treatments of each form for one disease or injury.",
  ),
  "COV-A-10-YEAR": stated(
    "insurance conditions 2025, section 6.1; physical treatment leaflet, 'Tilvalg A'",
    "Option A: ten treatments of each form in a calendar year.",
  ),
  "COV-DIET-LISTED-10": stated(
    "insurance conditions 2025, section 6.1",
    "Nine listed conditions have one dietician course of ten in the insurance period.",
  ),
  "COV-DIET-EXCLUDED": stated(
    "insurance conditions 2025, section 6.1",
    "A dietician is not covered for food allergy, mental disorders and other listed purposes, nor for obesity but in pregnancy and after birth.",
  ),
  "COV-F-12": stated(
    "insurance conditions 2025, section 6.5; physical treatment leaflet, 'Tilvalg F'",
    "Option F: twelve physical treatments together in a calendar year.",
  ),
  "COV-F-MASSAGE-4": stated(
    "insurance conditions 2025, section 6.5; physical treatment leaflet, 'Tilvalg F'",
    "Of the twelve, four may be massage.",
  ),
  "COV-F-SHOCKWAVE-4": stated("insurance conditions 2025, section 6.5", "Of the twelve, four may be shockwave."),
  "COV-F-SHOCKWAVE-CONDITIONS": stated(
    "insurance conditions 2025, section 6.5; physical treatment leaflet, 'Tilvalg F'",
    "Shockwave is for four tendon disorders of more than three months, or a fracture that does not heal.",
  ),
  "COV-F-SHOCKWAVE-ONE": stated("insurance conditions 2025, section 6.5", "One shockwave authorisation for each problem."),
  "COV-F-CHRONIC": stated(
    "insurance conditions 2025, section 6.5; physical treatment leaflet, 'Tilvalg F'",
    "Option F is for musculoskeletal disorders that are diagnosed as chronic or older than six months, whenever they arose.",
  ),
  "COV-F-PODIATRY-6": stated(
    "insurance conditions 2025, section 6.5; physical treatment leaflet, 'Tilvalg F'",
    "Option F: six podiatry treatments in a calendar year for five conditions.",
  ),
  "COV-F-FOOT-CHECK": stated(
    "insurance conditions 2025, section 6.5",
    "Option F: diabetics have one foot check-up a calendar year beside the six treatments.",
  ),
  "COV-F-PSYCH-LIST": stated(
    "insurance conditions 2025, section 6.5",
    "Option F counsels for fourteen persistent disorders and for relatives.",
  ),
  "COV-F-PSYCH-ONE": stated(
    "insurance conditions 2025, section 6.5",
    "One counselling programme for each disorder; a discontinued one counts.",
  ),
  "COV-F-PSYCH-6M": stated(
    "insurance conditions 2025, section 6.5",
    "Counselling under option F runs in the network for six months from the first treatment.",
  ),
  "COV-PSYCH-OWN-6M": stated(
    "insurance conditions 2025, section 5.8",
    "A psychologist of own choice is covered for six months from the first treatment.",
  ),
  "COV-PSYCH-CHILD-5": stated(
    "insurance conditions 2025, section 5.8",
    "A child has five treatments a calendar year with a psychologist of own choice.",
  ),
  "COV-PSYCH-CHILD-LOCK": stated(
    "insurance conditions 2025, section 5.8",
    "Once a child has begun with a psychologist of own choice, the network and its programme for children are closed for that complaint.",
  ),
  "COV-CHILD-PROGRAMME-15": stated(
    "insurance conditions 2025, section 5.8",
    "The programme for children with mental health problems is for those under 15.",
  ),
  "COV-COOLKIDS-7-12": stated("insurance conditions 2025, section 5.8", "Cool Kids is for ages 7 to 12."),
  "COV-CHILLED-13-17": stated("insurance conditions 2025, section 5.8", "Chilled is for ages 13 to 17."),
  "COV-ANXIETY-IN-PERIOD": stated(
    "insurance conditions 2025, section 5.8",
    "Cool Kids and Chilled are for anxiety that arose during the insurance.",
  ),
  "COV-ANXIETY-ONE": stated(
    "insurance conditions 2025, section 5.8",
    "One anxiety programme in the insurance period; a discontinued one counts.",
  ),
  "COV-TRIPARTITE": stated(
    "insurance conditions 2025, section 5.8",
    "Tripartite counselling is for work-related stress that is neither long nor severe, on the doctors' decision.",
  ),
  "COV-PSYCHIATRIST": stated(
    "insurance conditions 2025, sections 5.8, 7",
    "The occupational cover includes consultations with a psychiatrist, no talk therapy.",
  ),
  "COV-CRISIS-EVENTS": stated(
    "insurance conditions 2025, section 5.8.1; FAQ, 'Emergency Crisis Assistance'; Flex product sheet, 'Insurance content'",
    "Seven kinds of event give crisis counselling.",
  ),
  "COV-CRISIS-POLICE": stated(
    "insurance conditions 2025, section 5.8.1; FAQ, 'Emergency Crisis Assistance'; Flex product sheet, 'Insurance content'",
    "Fire, explosion or burglary counts only when reported to the police.",
  ),
  "COV-CRISIS-FAMILY": stated(
    "insurance conditions 2025, section 5.8.1",
    "Immediate family is spouse, partner and children; for witnessing the circle is wider.",
  ),
  "COV-CRISIS-48H": stated(
    "insurance conditions 2025, section 5.8.1",
    "Reported after more than 48 hours, a crisis is ordinary psychological treatment.",
  ),
  "COV-CRISIS-EXPECTED": stated(
    "insurance conditions 2025, section 5.8.1",
    "Expected events, dismissals and conflicts give no crisis counselling.",
  ),
  "COV-CRISIS-ABROAD": stated("insurance conditions 2025, section 5.8.1", "Crisis counselling abroad is not covered."),
  "COV-CRISIS-DEBRIEF": stated(
    "insurance conditions 2025, section 5.8.1",
    "One debriefing at the workplace after a serious incident may be covered, on the doctors' decision.",
  ),
  "COV-FOLLOWUP-24M": stated(
    "insurance conditions 2025, section 5.6.1; physical treatment leaflet, 'Efterkontrol'",
    "Follow-up checks are covered for 24 months after the last treatment, under option K from surgery.",
  ),
  "COV-FOLLOWUP-ONCE": stated(
    "insurance conditions 2025, sections 5.6.1, 6.8",
    "One follow-up check after an operation; repeated checks are not covered.",
  ),
  "COV-REOP": stated(
    "insurance conditions 2025, sections 5.6.2, 6.8",
    "A re-operation that the doctors approve is covered after a primary operation at a designated centre; under option K one, also after a private one elsewhere.",
  ),
  "COV-SECOND-OPINION": stated(
    "insurance conditions 2025, section 5.6.3; Flex product sheet, 'Insurance content'; physical treatment leaflet, 'Second and third opinion'",
    "A second opinion is covered in serious cases, on the doctors' decision; a third is the insurer's own advice by phone.",
  ),
  "COV-C-ADDICTION": stated(
    "insurance conditions 2025, section 6.3",
    "Option C treats addiction to alcohol, medicine, drugs and gambling.",
  ),
  "COV-C-PREVIOUS": stated(
    "insurance conditions 2025, section 6.3",
    "An addiction treated before, a relapse or a discontinued programme is not covered again.",
  ),
  "COV-H-ONE": stated("insurance conditions 2025, section 6.7", "One assessment under option H in a lifetime."),
  "COV-H-INITIAL": stated("insurance conditions 2025, section 6.7", "Option H makes a first diagnosis, never a second."),
  "COV-H-MEDICATION-6M": stated(
    "insurance conditions 2025, section 6.7",
    "Medication is followed up for six months after a diagnosis that a covered assessment led to.",
  ),
  "COV-K-CHRONIC": stated(
    "insurance conditions 2025, section 6.8",
    "Option K operates on chronic musculoskeletal disorders, whenever they were diagnosed.",
  ),
  "COV-K-BLOCKADE-3": stated(
    "insurance conditions 2025, section 6.8",
    "Option K covers three blockades for a condition in the insurance period, in whatever claims.",
  ),
  "COV-HEALTH-PROG-16": stated("insurance conditions 2025, section 5.11", "Health programmes are for members of 16 or older."),
  "COV-HEALTH-PROG-ONE": stated(
    "insurance conditions 2025, section 5.11",
    "One health programme for each disorder; a discontinued one counts.",
  ),
  "COV-HEALTH-PROG-12M": stated("insurance conditions 2025, section 5.11", "A health programme lasts twelve months at most."),
  "COV-HEALTH-PROG-CANCER": stated(
    "insurance conditions 2025, section 5.11",
    "The programme for life after cancer comes with Cancer Care only.",
  ),
  "COV-CANCER": stated(
    "insurance conditions 2025, section 5.6; Flex product sheet, 'Insurance content'; physical treatment leaflet, 'Kræft'",
    "Cancer is covered when diagnosed during the insurance and no public package exists; its treatment when the doctors accept it.",
  ),
  "COV-SKIN-CANCER": stated(
    "insurance conditions 2025, section 5.6",
    "Skin cancer whose treatment was covered is not covered when it returns.",
  ),
  "COV-HEART": stated(
    "insurance conditions 2025, sections 5.6, 7",
    "Heart disease belongs in the public system; symptoms may be examined on the GP's referral.",
  ),
  "COV-ALLERGY": stated(
    "insurance conditions 2025, section 5.6",
    "A suspected allergy may be assessed when a specialist prescribes it; a known one is not treated.",
  ),
  "COV-SKIN": stated("insurance conditions 2025, sections 5.6, 7", "Skin conditions count only with a significant impact on health."),
  "COV-SLEEP": stated(
    "insurance conditions 2025, sections 5.6, 7",
    "Sleep disorders of more than three months may be assessed on the GP's prescription, not treated.",
  ),
  "COV-CPAP-6M": stated(
    "insurance conditions 2025, section 5.6",
    "After a covered assessment, CPAP treatment of sleep apnoea is covered for six months from the diagnosis.",
  ),
  "COV-VARICOSE": stated(
    "insurance conditions 2025, section 5.6",
    "Varicose veins count only with serious symptoms or consequences, which the doctors accept.",
  ),
  "COV-EXCL-PHYSICAL": stated(
    "insurance conditions 2025, sections 7, 6.5",
    "Physical treatment leaves out asthma, allergy, insomnia, hypertension, heart, Parkinson's, epilepsy, diagnosed headache and jaw tension.",
  ),
  "COV-EXCL-FREE-PHYSIO": stated(
    "insurance conditions 2025, section 7",
    "What the public scheme of free physiotherapy takes is not covered.",
  ),
  "COV-EXCL-MENTAL": stated(
    "insurance conditions 2025, section 7",
    "The base cover does not treat a list of lasting mental disorders and addiction.",
  ),
  "COV-EXCL-SPECIALIST": stated(
    "insurance conditions 2025, section 7",
    "Specialists leave out a list of conditions, from asthma to vision correction.",
  ),
  "COV-EXCL-CONGENITAL": stated("insurance conditions 2025, sections 7, 6.8", "Congenital disorders are not covered."),
  "COV-EXCL-INFERTILITY": stated("insurance conditions 2025, section 7", "Infertility and its consequences are not covered."),
  "COV-EXCL-FORCE-MAJEURE": stated(
    "insurance conditions 2025, section 7; Flex product sheet, 'exclusions'",
    "War, terror, disasters, general strikes and epidemics are not covered as causes.",
  ),
  "COV-EXCL-SPORT": stated("insurance conditions 2025, section 7", "Injuries from professional sport are not covered."),
  "COV-EXCL-SELF-INFLICTED": stated(
    "insurance conditions 2025, section 7",
    "What is self-inflicted by intent or gross negligence is not covered.",
  ),
  "COV-EXCL-INTOXICATION": stated(
    "insurance conditions 2025, section 7",
    "What self-inflicted intoxication causes, and the sequelae of abuse, are not covered; option C treats the addiction itself.",
  ),
  "COV-EXCL-IMPLANTS": stated(
    "insurance conditions 2025, section 7",
    "Consequences of implants, tattoos, piercings, prostheses and doping are not covered.",
  ),
  "COV-HOME-HELP-6M": stated(
    "insurance conditions 2025, section 5.6.8; physical treatment leaflet, 'Hjemmehjælp'",
    "Home help is covered for six months after discharge.",
    "outside the provider network",
  ),
  "COV-MEDICINE-24M": stated(
    "insurance conditions 2025, section 5.6.4",
    "Medicine after surgery is covered for 24 months.",
    "outside the provider network",
  ),
} as const satisfies RuleTable;
