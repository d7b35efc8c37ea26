import { Link } from "@tanstack/react-router";
import { useDeferredValue, useState } from "react";
import { Button } from "react-aria-components";
import { ClinicsScreen, type ClinicsScreenQuery } from "../graph/network";
import { useCodes } from "../shared/codes";
import { date, dayAndTime } from "../shared/format";
import { Page, Section, Table, Tag, type Tone } from "../shared/parts";
import { Empty, useScreen } from "../shared/states";
import { asAsked, useLanguage, useOwn } from "../words";
import { CompanySheet } from "./company-sheet";
import { networkWords } from "./words";
import "./network.css";

type Gap = ClinicsScreenQuery["networkGaps"][number];
const PAGE = 30;

/** What to take care of first, then every clinic with its agreement. */
export function Clinics() {
  const own = useOwn(networkWords);
  const { language } = useLanguage();
  const { word, all } = useCodes();
  const [typed, setTyped] = useState("");
  const name = useDeferredValue(typed.trim());
  const [region, setRegion] = useState("");
  const [service, setService] = useState("");
  const [first, setFirst] = useState(PAGE);
  const [gaps, setGaps] = useState(10);
  const [adding, setAdding] = useState(false);
  const { data, state, again } = useScreen(ClinicsScreen, {
    ...{ first, days: 90, gaps, language: asAsked(language) },
    ...(name ? { name } : {}),
    ...(region ? { region: region as never } : {}),
    ...(service ? { service: service as never } : {}),
  });
  const clinics = data?.clinics.edges.map(({ node }) => node) ?? [];
  return (
    <Page title={own.clinics} lead={own.clinicsLead} actions={<Button onPress={() => setAdding(true)}>{own.addCompany}</Button>}>
      {state}
      {data && (
        <Section title={own.attention} note={own.attentionNote}>
          {data.networkGaps.length === 0 ? (
            <Empty icon="check">{own.nothingLacks}</Empty>
          ) : (
            <>
              <Table caption={own.attention} rows={data.networkGaps} keyOf={gapKey} columns={gapColumns()} />
              {data.networkGaps.length >= gaps && gaps < 200 && (
                <Button className="second" onPress={() => setGaps(Math.min(gaps * 4, 200))}>
                  {own.more}
                </Button>
              )}
            </>
          )}
        </Section>
      )}
      <div className="board-bar">
        <input
          className="only"
          type="search"
          aria-label={own.findClinic}
          placeholder={own.findClinic}
          value={typed}
          maxLength={100}
          onChange={(event) => setTyped(event.target.value)}
        />
        <select className="only" aria-label={own.region} value={region} onChange={(event) => setRegion(event.target.value)}>
          <option value="">{own.wholeCountry}</option>
          {all("Region").map(([code, words]) => (
            <option key={code} value={code}>
              {words}
            </option>
          ))}
        </select>
        <select className="only" aria-label={own.treatment} value={service} onChange={(event) => setService(event.target.value)}>
          <option value="">{own.allTreatments}</option>
          {all("ServiceCode").map(([code, words]) => (
            <option key={code} value={code}>
              {words}
            </option>
          ))}
        </select>
      </div>
      {data && clinics.length === 0 && <Empty icon="house">{name || region || service ? own.noneFound : own.noClinics}</Empty>}
      {clinics.length > 0 && (
        <Table
          caption={own.clinics}
          rows={clinics}
          keyOf={({ id }) => id}
          columns={[
            {
              head: own.clinic,
              cell: (clinic) => (
                <>
                  <Link to="/network/clinic/$id" params={{ id: clinic.id }}>
                    {clinic.name}
                  </Link>
                  <small className="under">
                    {clinic.address.postalCode} {clinic.address.town} · {word("ProviderKind", clinic.kind)}
                  </small>
                </>
              ),
            },
            {
              head: own.company,
              cell: ({ organisation }) => (
                <>
                  {organisation.legalName}
                  <small className="under">CVR {organisation.cvr}</small>
                </>
              ),
            },
            { head: own.treatments, cell: ({ services }) => services.map((each) => each.name).join(", ") },
            {
              head: own.calendarHeard,
              cell: ({ lastSyncedAt }) => (lastSyncedAt ? dayAndTime(language, lastSyncedAt) : <Tag tone="quiet">{own.never}</Tag>),
              right: true,
            },
          ]}
        />
      )}
      {data?.clinics.pageInfo.hasNextPage && first < 100 && (
        <p className="actions">
          <Button className="second" onPress={() => setFirst(Math.min(first + PAGE, 100))}>
            {own.more}
          </Button>
          {first + PAGE >= 100 && <span className="note">{own.narrow}</span>}
        </p>
      )}
      {adding && <CompanySheet close={() => setAdding(false)} done={again} />}
    </Page>
  );

  function gapColumns() {
    return [
      {
        head: own.whose,
        cell: (gap: Gap) => {
          const at = clinicOf(gap);
          const named = gap.clinic?.name ?? gap.organisation?.legalName ?? gap.practitioner?.name ?? "";
          return at ? (
            <>
              <Link to="/network/clinic/$id" params={{ id: at.id }}>
                {named}
              </Link>
              {named !== at.name && <small className="under">{at.name}</small>}
            </>
          ) : (
            named
          );
        },
      },
      {
        head: own.lacks,
        cell: ({ kind, counted }: Gap) => (
          <Tag tone={toneOf(kind)}>
            {word("NetworkGapKind", kind)}
            {counted > 1 && ` (${counted})`}
          </Tag>
        ),
      },
      { head: own.when, cell: ({ on, kind }: Gap) => (on ? date(language, on) : kind.endsWith("MISSING") ? own.now : "–"), right: true },
    ];
  }
}

const toneOf = (kind: string): Tone => (kind.endsWith("MISSING") ? "bad" : "warn");

const clinicOf = (gap: Gap): { readonly id: string; readonly name: string } | null =>
  gap.clinic ?? gap.organisation?.clinic ?? gap.practitioner?.clinics.edges[0]?.node ?? null;

const gapKey = (gap: Gap): string => [gap.kind, gap.clinic?.id, gap.organisation?.id, gap.practitioner?.id].join(" ");
