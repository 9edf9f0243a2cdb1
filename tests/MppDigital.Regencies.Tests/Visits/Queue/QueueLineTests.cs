using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Applications;
using MppDigital.Regencies.Officers;
using MppDigital.Regencies.Persistence;
using MppDigital.Regencies.Visits.Places;
using MppDigital.Regencies.Visits.Queue;
using MppDigital.Testing.Databases;

namespace MppDigital.Regencies.Tests.Visits.Queue;

/// <summary>One hall on a real database: counters that call at once, codes that are shown twice, kiosks whose link was down.</summary>
public sealed class QueueLineTests(TwoRegencies regencies) : IClassFixture<TwoRegencies>
{
    private static readonly Platform.Tenancy.RegencyCode Here = TwoRegencies.Bukittinggi;
    private static readonly StaffMember Clerk = new("clerk-1", "Rina", [new OfficerSeat(OfficerRole.Clerk, "DUKCAPIL")]);
    private static readonly StaffMember Admin = new("admin-1", "Budi", [new OfficerSeat(OfficerRole.Admin, "")]);
    private const string Service = "DKC-KTP-01";

    [Fact]
    public async Task Two_counters_that_call_at_once_get_two_numbers_and_nobody_is_lost()
    {
        var hall = await HallAsync(counters: 6);
        var given = new List<string>();
        for (var i = 0; i < 24; i++) given.Add((await TakeAsync(hall)).Number);
        Assert.Equal(Enumerable.Range(1, 24).Select(n => $"{hall.Letter}-{n:000}"), given);

        var called = new List<string>();
        for (var round = 0; round < 4; round++)
        {
            var desks = await Task.WhenAll(hall.Counters.Select(c => NextAsync(c)));
            called.AddRange(desks.Select(d => d.Current!.Number));
            foreach (var desk in desks) Assert.Equal("serving", (await MoveAsync(desk, TicketMove.Serve)).Current!.State);
        }

        Assert.Equal(given, called.Order(StringComparer.Ordinal));
        // The last ones end with the next call, and then nobody is left.
        foreach (var counter in hall.Counters) Assert.Null((await NextAsync(counter)).Current);
        Assert.Equal("nobody-waits", (await RefusedAsync(new CallNext(Clerk, hall.Counters[0]))).Code);
    }

    [Fact]
    public async Task A_number_goes_through_the_hall_and_each_move_needs_the_version_last_read()
    {
        var hall = await HallAsync(counters: 2);
        await TakeAsync(hall);
        await TakeAsync(hall);
        var desk = await NextAsync(hall.Counters[0]);
        Assert.Equal("still-called", (await RefusedAsync(new CallNext(Clerk, hall.Counters[0]))).Code);
        Assert.Equal(ProblemKind.VersionRequired, (await RefusedAsync(new MoveTicket(Clerk, hall.Counters[0], TicketMove.Serve, null, null))).Kind);
        var again = await MoveAsync(desk, TicketMove.Recall);
        Assert.Equal((2, ProblemKind.Stale), (again.Current!.Calls, (await RefusedAsync(new MoveTicket(Clerk, hall.Counters[0], TicketMove.Serve, null, desk.Current!.Version))).Kind));

        var held = await MoveAsync(again, TicketMove.Hold);
        var second = await NextAsync(hall.Counters[0]);
        Assert.Equal((held.Held.Single().Id, 1), (second.Held.Single().Id, second.Held.Count));
        Assert.Equal("still-called", (await RefusedAsync(new MoveTicket(Clerk, hall.Counters[0], TicketMove.Recall, held.Held[0].Id, held.Held[0].Version))).Code);
        var missed = (await MoveAsync(second, TicketMove.NoShow)).Missed.Single();
        var rejoined = await GetAsync<MoveTicket, DeskView>(new MoveTicket(Clerk, hall.Counters[1], TicketMove.Rejoin, missed.Id, missed.Version));
        Assert.Equal((missed.Number, 1), (rejoined.Next.Single().Number, rejoined.Waiting));

        Assert.Equal("/to", (await RefusedAsync(new MoveTicket(Clerk, hall.Counters[0], TicketMove.Transfer, held.Held[0].Id, held.Held[0].Version, Guid.NewGuid()))).Errors.Keys.Single());
        var sent = await GetAsync<MoveTicket, DeskView>(new MoveTicket(Clerk, hall.Counters[0], TicketMove.Transfer, held.Held[0].Id, held.Held[0].Version, hall.Group));
        // It was due first and keeps that.
        Assert.Equal(held.Held[0].Number, sent.Next[0].Number);
        Assert.Equal("illegal-transition", (await RefusedAsync(new MoveTicket(Clerk, hall.Counters[1], TicketMove.Rejoin, sent.Next[0].Id, sent.Next[0].Version))).Code);
    }

    [Fact]
    public async Task A_counter_is_worked_by_its_own_agency_and_only_while_it_is_open()
    {
        var hall = await HallAsync(counters: 1, open: false);
        Assert.Equal("counter-not-open", (await RefusedAsync(new CallNext(Clerk, hall.Counters[0]))).Code);
        Assert.Equal(ProblemKind.Forbidden, (await RefusedAsync(new CallNext(Clerk with { Seats = [new OfficerSeat(OfficerRole.Clerk, "POLRI")] }, hall.Counters[0]))).Kind);
        Assert.Equal(ProblemKind.NotFound, (await RefusedAsync(new CallNext(Clerk, Guid.NewGuid()))).Kind);
        Assert.Equal(ProblemKind.NotFound, (await regencies.RunAsync<CallNext, DeskView>(TwoRegencies.Padang, new CallNext(Clerk, hall.Counters[0]))).Problem!.Kind);
        // No promise without a counter.
        Assert.Null((await TakeAsync(hall)).About);
    }

    [Fact]
    public async Task A_kiosk_is_let_in_once_by_its_code_and_out_by_the_admin()
    {
        var hall = await HallAsync(counters: 1);
        var made = await GetAsync<AddKiosk, KioskCode>(new AddKiosk(Admin, hall.Place, "Pintu utama"));
        Assert.Equal("/name", (await regencies.RunAsync<AddKiosk, KioskCode>(Here, new AddKiosk(Admin, hall.Place, "Pintu utama"))).Problem!.Errors.Keys.Single());
        Assert.Equal("/code", (await regencies.RunAsync<EnrolKiosk, KioskDevice>(TwoRegencies.Padang, new EnrolKiosk(made.Code))).Problem!.Errors.Keys.Single());

        var device = await GetAsync<EnrolKiosk, KioskDevice>(new EnrolKiosk(made.Code.ToLowerInvariant()));
        Assert.Equal("/code", (await regencies.RunAsync<EnrolKiosk, KioskDevice>(Here, new EnrolKiosk(made.Code))).Problem!.Errors.Keys.Single());
        Assert.Equal(hall.Place, (await GetAsync<FindKiosk, KioskView>(new FindKiosk(device))).Place);

        var renewed = await GetAsync<RenewKiosk, KioskCode>(new RenewKiosk(Admin, made.Id));
        Assert.Equal("kiosk-not-enrolled", (await regencies.RunAsync<FindKiosk, KioskView>(Here, new FindKiosk(device))).Problem!.Code);
        regencies.Clock.Advance(Kiosk.CodeLifetime);
        Assert.Equal("/code", (await regencies.RunAsync<EnrolKiosk, KioskDevice>(Here, new EnrolKiosk(renewed.Code))).Problem!.Errors.Keys.Single());
    }

    [Fact]
    public async Task Numbers_given_out_without_the_link_arrive_once_and_collide_with_none()
    {
        var hall = await HallAsync(counters: 1);
        await TakeAsync(hall);
        var (one, two) = (await ReserveAsync(hall), await ReserveAsync(hall));
        Assert.True(one.Last < two.First);
        var now = regencies.Clock.GetUtcNow();
        OfflineNumber[] given = [.. Enumerable.Range(0, 5).Select(i => new OfflineNumber(one.Token, one.First + i, Service, false, now.AddMinutes(-10 + i))), new(two.Token, two.First, Service, false, now.AddYears(3))];

        // Both kiosks tell at once, and the first one twice, for its answer was lost.
        var told = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => GetAsync<BringNumbers, IReadOnlyList<BroughtNumber>>(new BringNumbers(hall.Place, given))));

        Assert.All(told, answer => Assert.Equal(told[0].Select(n => n.Ticket), answer.Select(n => n.Ticket)));
        Assert.Equal(6, told[0].Select(n => n.Ticket).Distinct().Count());
        Assert.Equal($"{hall.Letter}-002", (await TakeAsync(hall)).Number);
        Assert.Equal(8, (await NextAsync(hall.Counters[0])).Waiting + 1);
        // Not of this range, not of this place, not of our making.
        var elsewhere = await HallAsync(counters: 1);
        foreach (var forged in (OfflineNumber[])[given[0] with { Sequence = one.Last + 1 }, given[0] with { Token = one.Token[..^8] + "AAAAAAA=" }, given[0] with { Token = "x" }, given[0] with { Service = "TIDAK-ADA" }])
            Assert.Equal("/numbers", (await regencies.RunAsync<BringNumbers, IReadOnlyList<BroughtNumber>>(Here, new BringNumbers(hall.Place, [forged]))).Problem!.Errors.Keys.Single());
        Assert.Equal("/numbers", (await regencies.RunAsync<BringNumbers, IReadOnlyList<BroughtNumber>>(Here, new BringNumbers(elsewhere.Place, [given[0]]))).Problem!.Errors.Keys.Single());
    }

    [Fact]
    public async Task Whoever_walks_in_takes_a_place_of_the_ledger_and_is_told_of_the_next_time_when_none_is_left()
    {
        // One counter, half an hour, a quarter of an hour each.
        var local = TimeOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(regencies.Clock.UtcNow, SeedData.Directory.Find(Here)!.Zone));
        var hall = await HallAsync(counters: 1, hours: new OpenSpan(local.AddMinutes(-10), local.AddMinutes(20)).ToString());
        var range = await ReserveAsync(hall);
        Assert.Equal([$"{hall.Letter}-001", $"{hall.Letter}-002"], [(await TakeAsync(hall)).Number, (await TakeAsync(hall)).Number]);

        var refused = (await regencies.RunAsync<TakeTicket, TicketSlip>(Here, new TakeTicket(hall.Place, hall.Group, Service, false))).Problem!;

        Assert.Equal(("walk-in-full", ProblemKind.Conflict), (refused.Code, refused.Kind));
        Assert.Contains("Jam terdekat yang masih bebas", refused.Detail, StringComparison.Ordinal);
        Assert.Equal((30, 0), await LedgerAsync(hall));

        // Without the link nobody could ask: those people stay in the line, and the ledger says that there was no place for them.
        OfflineNumber[] given = [new(range.Token, range.First, Service, false, regencies.Clock.GetUtcNow()), new(range.Token, range.First + 1, Service, false, regencies.Clock.GetUtcNow())];
        for (var i = 0; i < 2; i++) Assert.All(await GetAsync<BringNumbers, IReadOnlyList<BroughtNumber>>(new BringNumbers(hall.Place, given)), n => Assert.NotNull(n.Ticket));
        Assert.Equal((30, 30), await LedgerAsync(hall));
        Assert.Equal(3, (await NextAsync(hall.Counters[0])).Waiting);
        Assert.Equal(200, (await GetAsync<ListPlaces, Page<PlaceView>>(new ListPlaces())).Items.Single(p => p.Id == hall.Place).TakenTodayPercent);

        // When the hours are over, nobody gets a number unless somebody sits there.
        regencies.Clock.Advance(TimeSpan.FromMinutes(25));
        Assert.True((await regencies.RunAsync<TakeTicket, TicketSlip>(Here, new TakeTicket(hall.Place, hall.Group, Service, false))).Succeeded);
        var shut = await HallAsync(counters: 1, open: false, hours: "");
        Assert.Equal("hall-closed", (await regencies.RunAsync<TakeTicket, TicketSlip>(Here, new TakeTicket(shut.Place, shut.Group, Service, false))).Problem!.Code);
    }

    [Fact]
    public async Task A_display_reads_on_from_the_last_call_it_saw()
    {
        var hall = await HallAsync(counters: 1);
        await using var scope = regencies.Enter(Here);
        var calls = scope.ServiceProvider.GetRequiredService<HallCalls>();
        var channel = (await calls.JoinAsync(Here, hall.Place, CancellationToken.None))!;
        Assert.Null(await calls.JoinAsync(Here, Guid.NewGuid(), CancellationToken.None));
        var seen = channel.Last;
        for (var i = 0; i < 3; i++) await TakeAsync(hall);

        var bell = channel.Bell;
        await MoveAsync(await NextAsync(hall.Counters[0]), TicketMove.Serve);
        await bell;
        await NextAsync(hall.Counters[0]);

        var missed = channel.After(seen)!.Value.Select(m => System.Text.Encoding.UTF8.GetString(m.Content.Span)).ToList();
        Assert.Equal(6, missed.Count);
        Assert.Equal([$"{hall.Letter}-001", $"{hall.Letter}-002"], missed.Where(m => m.Contains("event: call", StringComparison.Ordinal)).Select(m => m.Split("\"number\":\"")[1].Split('"')[0]));
        Assert.True(channel.After(channel.Last) is { Count: 0 });
        channel.Leave();

        // Boards see a counter go on a break. Where nobody has looked yet, the demo's hall is made for a display, too.
        var desk = await GetAsync<ReadDesk, DeskView>(new ReadDesk(Clerk, hall.Counters[0]));
        var (last, rings) = (channel.Last, channel.Bell);
        await GetAsync<TurnCounter, CounterView>(new TurnCounter(Clerk, hall.Counters[0], "break", "Salat", desk.CounterVersion));
        await rings;
        Assert.Contains("event: line", System.Text.Encoding.UTF8.GetString(Assert.Single(channel.After(last)!.Value).Content.Span), StringComparison.Ordinal);
        (await calls.JoinAsync(TwoRegencies.Padang, null, CancellationToken.None))!.Leave();
    }

    private async Task<Hall> HallAsync(int counters, bool open = true, string? hours = null)
    {
        await using var scope = regencies.Enter(Here);
        await using var db = await scope.ServiceProvider.GetRequiredService<IDbContextFactory<RegencyDbContext>>().CreateDbContextAsync();
        var now = regencies.Clock.UtcNow;
        var place = new Place(Guid.CreateVersion7(), PlaceKind.Hall, now);
        place.Describe("Gedung MPP", "Jl. Sudirman", active: true);
        place.Open(new OpeningHours(hours is null ? WeekHours.Common : new WeekHours([.. Enumerable.Repeat(hours, 7)]), []));
        var group = new CounterGroup(place.Id, "DUKCAPIL", "A");
        var all = Enumerable.Range(1, counters).Select(n => new Counter(place.Id, group.Id, $"{n}", now)).ToList();
        if (open) all.ForEach(c => c.Turn(CounterState.Open, "", Clerk.Sub, now));
        db.AddRange([place, group, .. all]);
        await db.SaveChangesAsync();
        return new Hall(place.Id, group.Id, group.Letter, [.. all.Select(c => c.Id)]);
    }

    /// <summary>Minutes taken of the hall's slots, and minutes of people beyond them.</summary>
    private async Task<(int Taken, int Beyond)> LedgerAsync(Hall hall)
    {
        await using var scope = regencies.Enter(Here);
        await using var db = await scope.ServiceProvider.GetRequiredService<IDbContextFactory<RegencyDbContext>>().CreateDbContextAsync();
        var slots = await db.VisitSlots.AsNoTracking().Where(s => s.PlaceId == hall.Place).ToListAsync();
        return (slots.Sum(s => s.Taken), slots.Sum(s => s.Beyond));
    }

    private Task<TicketSlip> TakeAsync(Hall hall) => GetAsync<TakeTicket, TicketSlip>(new TakeTicket(hall.Place, hall.Group, Service, false));

    private async Task<NumberRange> ReserveAsync(Hall hall) => (await GetAsync<ReserveNumbers, IReadOnlyList<NumberRange>>(new ReserveNumbers(hall.Place))).Single();

    private Task<DeskView> NextAsync(Guid counter) => GetAsync<CallNext, DeskView>(new CallNext(Clerk, counter));

    private Task<DeskView> MoveAsync(DeskView desk, TicketMove move) => GetAsync<MoveTicket, DeskView>(new MoveTicket(Clerk, desk.Counter, move, null, desk.Current!.Version));

    private Task<TResult> GetAsync<TInput, TResult>(TInput input) => regencies.GetAsync<TInput, TResult>(Here, input);

    private async Task<Problem> RefusedAsync<TInput>(TInput input)
    {
        var outcome = await regencies.RunAsync<TInput, DeskView>(Here, input);
        Assert.False(outcome.Succeeded);
        return outcome.Problem;
    }

    private sealed record Hall(Guid Place, Guid Group, string Letter, IReadOnlyList<Guid> Counters);
}
