using Microsoft.EntityFrameworkCore;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Applications;
using MppDigital.Regencies.Officers;
using MppDigital.Regencies.Visits.Bookings;
using MppDigital.Regencies.Visits.Places;
using MppDigital.Regencies.Visits.Queue;
using MppDigital.Regencies.Visits.Slots;
using MppDigital.Testing.Databases;

namespace MppDigital.Regencies.Tests.Visits;

/// <summary>Booking, changing and missing a visit, with each rule that keeps it fair.</summary>
public sealed class BookingTests(TwoRegencies regencies) : IClassFixture<TwoRegencies>
{
    private readonly Halls halls = new(regencies);

    [Fact]
    public async Task A_visit_is_booked_once_and_takes_its_place_from_what_is_free()
    {
        var (who, slot, key) = (Halls.Somebody(), (await halls.FreeAsync())[0], Guid.NewGuid().ToString());

        var first = await halls.BookAsync(who, slot.Id, key: key);
        var again = await halls.BookAsync(who, slot.Id, key: key);

        Assert.Equal("booked", first.Value!.State);
        Assert.Equal(first.Value.Id, again.Value!.Id);
        Assert.Equal(slot.StartsAt, first.Value.StartsAt);
        Assert.StartsWith("MPPV1.", first.Value.Pass, StringComparison.Ordinal);
        var left = (await halls.SlotsAsync(DateOnly.FromDateTime(slot.StartsAt.Date))).Items.Single(s => s.Id == slot.Id).Free;
        Assert.Equal(slot.Free - 1, left);
        Assert.Equal("already-booked", (await halls.BookAsync(who, slot.Id)).Problem!.Code);
        Assert.Equal("unknown-visit", (await halls.CancelAsync(Halls.Somebody(), first.Value.Id)).Problem!.Code);
        Assert.Equal("cancelled", (await halls.CancelAsync(who, first.Value.Id)).Value!.State);
        Assert.True((await halls.CancelAsync(who, first.Value.Id)).Succeeded);
        Assert.True((await halls.BookAsync(who, slot.Id)).Succeeded);
        Assert.Equal(0, await halls.DisagreeAsync());
    }

    [Fact]
    public async Task A_time_that_cannot_be_is_refused_with_the_reason_and_the_next_step()
    {
        var slot = (await halls.FreeAsync())[0];
        Assert.True(SlotPlan.TryRead(slot.Id, out var group, out var startsAt));

        async Task<Problem> RefusedAsync(string key) => (await halls.BookAsync(Halls.Somebody(), key)).Problem!;

        Assert.Equal("unknown-slot", (await RefusedAsync("pagi-sekali")).Code);
        Assert.Equal("unknown-slot", (await RefusedAsync(SlotPlan.KeyOf(Guid.NewGuid(), startsAt))).Code);
        Assert.Equal("unknown-slot", (await RefusedAsync(SlotPlan.KeyOf(group, startsAt.AddMinutes(7)))).Code);
        Assert.Equal("slot-past", (await RefusedAsync(SlotPlan.KeyOf(group, startsAt.AddDays(-14)))).Code);
        Assert.Equal("day-too-far", (await RefusedAsync(SlotPlan.KeyOf(group, startsAt.AddDays(80)))).Code);
        Assert.Equal("unknown-service", (await halls.BookAsync(Halls.Somebody(), slot.Id, "TIDAK-ADA")).Problem!.Code);
        var sunday = startsAt.AddDays(((int)DayOfWeek.Sunday - (int)slot.StartsAt.DayOfWeek + 7) % 7);
        Assert.Equal("place-closed", (await RefusedAsync(SlotPlan.KeyOf(group, sunday))).Code);

        // The hall shuts on the day of the slot: the reason is told, and the next open day.
        var day = DateOnly.FromDateTime(slot.StartsAt.Date);
        var person = Halls.Somebody();
        var visit = (await halls.BookAsync(person, slot.Id)).Value!;
        var closed = await regencies.GetAsync<ClosePlace, PlaceClosed>(TwoRegencies.Bukittinggi, new ClosePlace(Halls.Admin, slot.PlaceId, day, day, "", "Listrik padam", Guid.NewGuid().ToString()));
        Assert.True(closed.CalledOff >= 1);
        Assert.Equal("called-off", (await regencies.GetAsync<ReadVisit, VisitView>(TwoRegencies.Bukittinggi, new ReadVisit(person.Sub, visit.Id))).State);
        var refusal = await RefusedAsync(slot.Id);
        Assert.Equal("place-closed", refusal.Code);
        Assert.Contains("Listrik padam", refusal.Detail, StringComparison.Ordinal);
        Assert.Contains("Hari buka berikutnya", refusal.Detail, StringComparison.Ordinal);
        await regencies.GetAsync<ReopenPlace, Done>(TwoRegencies.Bukittinggi, new ReopenPlace(Halls.Admin, slot.PlaceId, closed.Id));
        Assert.Equal(0, await halls.DisagreeAsync());
    }

    [Fact]
    public async Task The_code_on_the_ticket_opens_the_hall_once_and_only_as_it_was_last_drawn()
    {
        var slots = await halls.FreeAsync();
        var who = Halls.Somebody();
        var earlier = (await halls.BookAsync(who, slots[0].Id)).Value!;
        var visit = (await halls.MoveAsync(who, earlier.Id, slots[1].Id)).Value!;
        Task<Outcome<TicketSlip>> ShowAsync(string code) => regencies.RunAsync<CheckInAtKiosk, TicketSlip>(TwoRegencies.Bukittinggi, new CheckInAtKiosk(slots[1].PlaceId, code));

        Assert.Equal("unknown-visit", (await ShowAsync(visit.Pass)).Problem!.Code);
        regencies.Clock.Advance(visit.StartsAt.AddMinutes(-10) - regencies.Clock.GetUtcNow());
        Assert.Equal("unknown-visit", (await ShowAsync(earlier.Pass)).Problem!.Code);
        Assert.Equal("unknown-visit", (await ShowAsync(visit.Pass[..^4] + "AAAA")).Problem!.Code);
        var slip = await ShowAsync(visit.Pass);
        Assert.True(slip.Succeeded, slip.Problem?.Code);
        Assert.Equal("already-checked-in", (await ShowAsync(visit.Pass)).Problem!.Code);
    }

    [Fact]
    public async Task A_move_never_loses_the_old_time_when_the_new_one_is_full()
    {
        var slots = await halls.FreeAsync();
        var (old, wanted, other) = (slots[^1], slots[^2], slots[^3]);
        var who = Halls.Somebody();
        var visit = (await halls.BookAsync(who, old.Id)).Value!;
        for (var i = 0; i < wanted.Free; i++) Assert.True((await halls.BookAsync(Halls.Somebody(), wanted.Id)).Succeeded);

        Assert.Equal("slot-full", (await halls.MoveAsync(who, visit.Id, wanted.Id)).Problem!.Code);
        Assert.Equal(old.Id, (await regencies.GetAsync<ReadVisit, VisitView>(TwoRegencies.Bukittinggi, new ReadVisit(who.Sub, visit.Id))).Slot);
        var moved = (await halls.MoveAsync(who, visit.Id, other.Id)).Value!;

        Assert.Equal(other.Id, moved.Slot);
        Assert.NotEqual(visit.Pass, moved.Pass);
        Assert.Equal(visit.MovesLeft - 1, moved.MovesLeft);
        Assert.Equal(0, await halls.DisagreeAsync());
    }

    [Fact]
    public async Task Nobody_hoards_for_themselves_or_for_strangers()
    {
        var slots = await halls.FreeAsync(Halls.FamilyCard);
        var who = Halls.Somebody();
        var services = new[] { "DKC-KTP-01", Halls.IdCard, Halls.FamilyCard };
        foreach (var service in services) Assert.True((await halls.BookAsync(who, slots[0].Id, service)).Succeeded);
        Assert.Equal("too-many-visits", (await halls.BookAsync(who, slots[0].Id, "DKC-AKL-01")).Problem!.Code);

        var device = Halls.From("SATU-PERANGKAT");
        for (var i = 0; i < VisitLimits.MostPeople; i++) Assert.True((await halls.BookAsync(Halls.Somebody(), slots[1].Id, Halls.FamilyCard, device)).Succeeded);
        var refusal = (await halls.BookAsync(Halls.Somebody(), slots[2].Id, Halls.FamilyCard, device)).Problem!;
        Assert.Equal("too-many-people", refusal.Code);
        Assert.Contains("datang langsung", refusal.Detail, StringComparison.Ordinal);

        var family = new[] { 0, 1, 2, 3 }.Select(_ => Halls.Somebody("081234567890")).ToList();
        foreach (var member in family) Assert.True((await halls.BookAsync(member, slots[3].Id, "DKC-KTP-01")).Succeeded);
        Assert.Equal("too-many-people", (await halls.BookAsync(Halls.Somebody("0812 3456 7890"), slots[4].Id, "DKC-KTP-01")).Problem!.Code);
    }

    [Fact]
    public async Task Under_mandates_one_person_books_so_many_for_one_day_and_no_more()
    {
        var slots = await halls.FreeAsync("DKC-AKL-01");
        Applicant For(Applicant principal) => principal with { By = new ActedBy(Guid.NewGuid(), "proxy-sub", "Wakil") };

        for (var i = 0; i < VisitLimits.MostForOthers; i++) Assert.Equal("Wakil", (await halls.BookAsync(For(Halls.Somebody()), slots[i].Id, "DKC-AKL-01")).Value!.ActedBy);

        Assert.Equal("proxy-cap", (await halls.BookAsync(For(Halls.Somebody()), slots[0].Id, "DKC-AKL-01")).Problem!.Code);
    }

    [Fact]
    public async Task Who_often_does_not_come_rests_for_a_while_and_has_a_way_out()
    {
        var who = Halls.Somebody();
        for (var i = 0; i < VisitLimits.MostMissed; i++)
        {
            var slot = (await halls.FreeAsync("DKC-AKM-01"))[0];
            Assert.True((await halls.BookAsync(who, slot.Id, "DKC-AKM-01")).Succeeded);
            regencies.Clock.Advance(slot.StartsAt.AddDays(1) - regencies.Clock.GetUtcNow());
            await regencies.VisitAsync(TwoRegencies.Bukittinggi, RecordMissed.TaskKind);
        }

        var next = (await halls.FreeAsync("DKC-AKM-01"))[0];
        var refusal = (await halls.BookAsync(who, next.Id, "DKC-AKM-01")).Problem!;
        Assert.Equal("no-show-block", refusal.Code);
        Assert.Contains("datang langsung", refusal.Detail, StringComparison.Ordinal);
        Assert.NotNull((await regencies.GetAsync<ListMyVisits, MyVisits>(TwoRegencies.Bukittinggi, new ListMyVisits(who.Sub, who.Nik))).BlockedUntil);

        Assert.Equal("nothing-to-appeal", (await regencies.RunAsync<AppealBlock, Done>(TwoRegencies.Bukittinggi, new AppealBlock(Halls.Somebody(), "Tidak apa-apa"))).Problem!.Code);
        await regencies.GetAsync<AppealBlock, Done>(TwoRegencies.Bukittinggi, new AppealBlock(who, "Anak saya dirawat."));
        Assert.Equal("appeal-waits", (await regencies.RunAsync<AppealBlock, Done>(TwoRegencies.Bukittinggi, new AppealBlock(who, "Sekali lagi"))).Problem!.Code);
        var appeal = Assert.Single(await regencies.GetAsync<ListAppeals, IReadOnlyList<AppealView>>(TwoRegencies.Bukittinggi, new ListAppeals(Halls.Admin)));
        Assert.Equal(VisitLimits.MostMissed, appeal.Missed.Count);
        await regencies.GetAsync<DecideAppeal, Done>(TwoRegencies.Bukittinggi, new DecideAppeal(Halls.Admin, appeal.Id, Accept: true));
        Assert.True((await halls.BookAsync(who, next.Id, "DKC-AKM-01")).Succeeded);
    }

    [Fact]
    public async Task Who_is_served_is_asked_how_it_was_and_who_does_not_come_when_called_is_missed_once()
    {
        var slot = (await halls.FreeAsync())[0];
        var (served, missed, stranger) = (Halls.Somebody(), Halls.Somebody(), Halls.Somebody());
        var (first, second) = ((await halls.BookAsync(served, slot.Id)).Value!, (await halls.BookAsync(missed, slot.Id)).Value!);
        regencies.Clock.Advance(slot.StartsAt.AddMinutes(-5) - regencies.Clock.GetUtcNow());
        Assert.Equal("unknown-visit", (await regencies.RunAsync<CheckInVisit, TicketSlip>(TwoRegencies.Bukittinggi, new CheckInVisit(stranger.Sub, first.Id))).Problem!.Code);
        foreach (var (who, visit) in new[] { (served, first), (missed, second) }) await regencies.GetAsync<CheckInVisit, TicketSlip>(TwoRegencies.Bukittinggi, new CheckInVisit(who.Sub, visit.Id));

        var clerk = new StaffMember("clerk-ends", "Rina", [new OfficerSeat(OfficerRole.Clerk, "DUKCAPIL")]);
        var counter = (await regencies.GetAsync<ListPlaces, Page<PlaceView>>(TwoRegencies.Bukittinggi, new ListPlaces())).Items.Single().Counters.First(c => c.Line == first.Line);
        var open = await regencies.GetAsync<TurnCounter, CounterView>(TwoRegencies.Bukittinggi, new TurnCounter(clerk, counter.Id, "open", "", counter.Version));
        var desk = await regencies.GetAsync<CallNext, DeskView>(TwoRegencies.Bukittinggi, new CallNext(clerk, counter.Id));
        Assert.Equal("still-here", (await regencies.RunAsync<TurnCounter, CounterView>(TwoRegencies.Bukittinggi, new TurnCounter(clerk, counter.Id, "closed", "Pulang", open.Version))).Problem!.Code);
        foreach (var move in (TicketMove[])[TicketMove.Serve, TicketMove.End]) desk = await MoveAsync(move, desk.Current);
        desk = await regencies.GetAsync<CallNext, DeskView>(TwoRegencies.Bukittinggi, new CallNext(clerk, counter.Id));
        desk = await MoveAsync(TicketMove.NoShow, desk.Current);
        // Came back on the same day, and was away again.
        await MoveAsync(TicketMove.Rejoin, desk.Missed.Single());
        desk = await regencies.GetAsync<CallNext, DeskView>(TwoRegencies.Bukittinggi, new CallNext(clerk, counter.Id));
        await MoveAsync(TicketMove.NoShow, desk.Current);
        Assert.Equal("checked-in", (await StateAsync(missed, second)).State);
        regencies.Clock.Advance(TimeSpan.FromDays(1));
        for (var i = 0; i < 2; i++) await regencies.VisitAsync(TwoRegencies.Bukittinggi, RecordMissed.TaskKind);

        Assert.Equal(("served", "no-show"), ((await StateAsync(served, first)).State, (await StateAsync(missed, second)).State));
        Assert.Equal(1, await halls.InAsync(db => db.BookingSignals.CountAsync(s => s.VisitId == second.Id && s.Act == BookingAct.Missed)));
        var asked = Assert.Single(await halls.InAsync(db => db.Outbox.AsNoTracking().Where(o => o.Kind == FinishedService.PayloadKind).Select(o => o.Payload).ToListAsync()));
        var act = System.Text.Json.JsonSerializer.Deserialize<FinishedService>(asked)!;
        Assert.Equal((FinishedService.Visit, first.Id, Halls.IdCard, "DUKCAPIL", served.Sub), (act.Kind, act.Act, act.Service, act.Agency, act.Sub));

        Task<DeskView> MoveAsync(TicketMove move, TicketView? ticket) => regencies.GetAsync<MoveTicket, DeskView>(TwoRegencies.Bukittinggi, new MoveTicket(clerk, counter.Id, move, ticket!.Id, ticket.Version));
        Task<VisitView> StateAsync(Applicant who, VisitView visit) => regencies.GetAsync<ReadVisit, VisitView>(TwoRegencies.Bukittinggi, new ReadVisit(who.Sub, visit.Id));
    }

    [Fact]
    public async Task Counters_tell_everybody_whether_they_are_open()
    {
        var place = (await regencies.GetAsync<ListPlaces, Page<PlaceView>>(TwoRegencies.Padang, new ListPlaces())).Items.Single();
        var counter = place.Counters[0];
        var stranger = Halls.Admin with { Seats = [new OfficerSeat(OfficerRole.Officer, "PLN")] };
        var own = Halls.Admin with { Seats = [new OfficerSeat(OfficerRole.Officer, counter.Agency)] };

        Assert.Equal("not-your-counter", (await regencies.RunAsync<TurnCounter, CounterView>(TwoRegencies.Padang, new TurnCounter(stranger, counter.Id, "open", "", counter.Version))).Problem!.Code);
        Assert.Equal(["/reason"], (await regencies.RunAsync<TurnCounter, CounterView>(TwoRegencies.Padang, new TurnCounter(own, counter.Id, "break", "", counter.Version))).Problem!.Errors.Keys);
        var open = await regencies.GetAsync<TurnCounter, CounterView>(TwoRegencies.Padang, new TurnCounter(own, counter.Id, "open", "", counter.Version));
        Assert.Equal("stale", (await regencies.RunAsync<TurnCounter, CounterView>(TwoRegencies.Padang, new TurnCounter(own, counter.Id, "closed", "Pulang", counter.Version))).Problem!.Code);
        await regencies.GetAsync<TurnCounter, CounterView>(TwoRegencies.Padang, new TurnCounter(own, counter.Id, "break", "Istirahat sampai 13.00", open.Version));

        var paused = (await regencies.GetAsync<ListPlaces, Page<PlaceView>>(TwoRegencies.Padang, new ListPlaces())).Items.Single().Counters[0];
        Assert.Equal(["/breaks"], (await regencies.RunAsync<PlanBreaks, CounterView>(TwoRegencies.Padang, new PlanBreaks(own, counter.Id, "siang", paused.Version))).Problem!.Errors.Keys);
        await regencies.GetAsync<PlanBreaks, CounterView>(TwoRegencies.Padang, new PlanBreaks(own, counter.Id, "10:00-10:15; 12.00-12.45", paused.Version));
        Assert.Equal("10.00-10.15, 12.00-12.45", (await regencies.GetAsync<ReadDesk, DeskView>(TwoRegencies.Padang, new ReadDesk(own, counter.Id))).Breaks);

        var seen = (await regencies.GetAsync<ListPlaces, Page<PlaceView>>(TwoRegencies.Padang, new ListPlaces())).Items.Single().Counters[0];
        Assert.Equal(("break", "Istirahat sampai 13.00"), (seen.State, seen.Reason));
    }

    [Fact]
    public async Task What_an_admin_changes_is_measured_anew_and_never_below_what_is_promised()
    {
        var slots = await halls.FreeAsync("POL-SKCK-01");
        foreach (var slot in slots.Take(2)) Assert.True((await halls.BookAsync(Halls.Somebody(), slot.Id, "POL-SKCK-01")).Succeeded);
        var place = await regencies.GetAsync<ReadPlace, PlaceSettings>(TwoRegencies.Bukittinggi, new ReadPlace(Halls.Admin, slots[0].PlaceId));
        var line = place.Lines.Single(l => l.Agency == "POLRI");

        var saved = await regencies.RunAsync<SaveLine, PlaceSettings>(TwoRegencies.Bukittinggi, new SaveLine(Halls.Admin, place.Id, line.Id, "POLRI", "", 15, [line.Counters[0].Label], line.Version));

        Assert.True(saved.Succeeded, saved.Problem?.Detail);
        Assert.Equal("stale", (await regencies.RunAsync<SaveLine, PlaceSettings>(TwoRegencies.Bukittinggi, new SaveLine(Halls.Admin, place.Id, line.Id, "POLRI", "", 15, ["1A"], line.Version))).Problem!.Code);
        var after = (await halls.SlotsAsync(DateOnly.FromDateTime(slots[0].StartsAt.Date), "POL-SKCK-01")).Items;
        Assert.True(after.Single(s => s.Id == slots[0].Id).Free < slots[0].Free - 1);
        Assert.Equal(0, await halls.DisagreeAsync());
        Assert.All(await halls.InAsync(db => db.VisitSlots.Where(s => s.GroupId == line.Id).Select(s => s.Capacity).ToListAsync()), capacity => Assert.Equal(30, capacity));
    }
}
