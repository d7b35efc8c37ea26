drop schema if exists rival cascade;
create schema rival;
create view rival.offer as
  select l.id, l.clinic_id, l.service_bit, l.pos[0] as x, l.pos[1] as y, k.name, k.address, k.postnr, k.town, k.phone, k.last_synced_at
  from public.listing l join public.clinic k on k.id = l.clinic_id;
comment on view rival.offer is E'@primaryKey id';
create view rival.opening as select id, clinic_id, practitioner_id, starts_at, ends_at, channel, capacity - booked as free_units from public.slot;
comment on view rival.opening is E'@primaryKey id';
create function rival.nearby(px float8, py float8, radius float8, service int) returns setof rival.offer language sql stable as $$
  select o.* from public.listing l join rival.offer o on o.id = l.id
  where l.service_bit = service and l.pos <@ circle(point(px, py), radius)
    and exists (select from public.slot s where s.clinic_id = l.clinic_id and s.state = 'OPEN' and s.booked < s.capacity and not s.on_call and s.starts_at >= now()
      and s.starts_at < now() + interval '31 days' and (s.service_mask & (1::bigint << service)) <> 0 and s.audience <> 'CHILD' and (s.held_until is null or s.held_until <= now()))
  order by l.pos <-> point(px, py), l.id
$$;
create function rival.offer_distance_km(o rival.offer, px float8, py float8) returns float8 language sql stable as $$ select point(o.x, o.y) <-> point(px, py) $$;
create function rival.offer_next_slots(o rival.offer) returns setof rival.opening language sql stable as $$
  select s.id, s.clinic_id, s.practitioner_id, s.starts_at, s.ends_at, s.channel, s.capacity - s.booked from public.slot s
  where s.clinic_id = o.clinic_id and s.state = 'OPEN' and s.booked < s.capacity and not s.on_call and s.starts_at >= now() and s.starts_at < now() + interval '31 days'
    and (s.service_mask & (1::bigint << o.service_bit)) <> 0 and s.audience <> 'CHILD' and (s.held_until is null or s.held_until <= now())
  order by s.starts_at limit 3
$$;
create function rival.offer_rate_minor(o rival.offer) returns bigint language sql stable as $$
  select r.amount_minor from public.agreed_rate r join public.service v on v.bit = o.service_bit
  where r.clinic_id = o.clinic_id and r.service_code = v.code and r.session = 'FIRST' and r.state = 'APPROVED' and r.channel = 'ANY'
    and r.valid_from <= current_date and (r.valid_until is null or r.valid_until > current_date) limit 1
$$;
