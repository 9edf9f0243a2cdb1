using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MppDigital.National.Registry;
using MppDigital.National.Snapshots;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Applications;
using MppDigital.Regencies.Persistence;
using MppDigital.Regencies.Visits.Bookings;
using MppDigital.Regencies.Visits.Places;
using MppDigital.Regencies.Visits.Queue;
using MppDigital.Regencies.Visits.Slots;
using MppDigital.Testing;
using MppDigital.Testing.Databases;

namespace MppDigital.Engines.Tests;

/// <summary>Two hundred want the last place, booking, moving and walking in: one has it, each time, on every engine.</summary>
[Collection(EnginesShareServers.Name)]
public sealed class LastSlotTests(Deployments deployments)
{
    private const int Clients = 200;
    private const int Rounds = 49;
    private const int WholeRounds = 1;
    private const string Service = "DKC-KTP-02";
    private const int Minutes = 15;

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Is_given_to_exactly_one_of_two_hundred_again_and_again(string engine)
    {
        var deployment = await deployments.On(engine);
        await using var process = deployment.NewProcess();
        var regency = deployment.Regencies[2];
        var plan = await HallAsync(process, regency);
        var slots = SlotsOf(plan, regency).Take(Rounds).ToList();
        Assert.Equal(Rounds, slots.Count);

        foreach (var slot in slots)
        {
            var won = await Task.WhenAll(Enumerable.Range(0, Clients).Select(client => Task.Run(() => TakeAsync(process, regency, slot, walkIn: client % 3 == 0))));
            Assert.Equal(1, won.Count(w => w));
        }

        var rows = await process.InAsync(regency, db => db.VisitSlots.Where(s => s.PlaceId == plan.Place.Id).ToListAsync());
        Assert.Equal(Rounds, rows.Count);
        Assert.All(rows, r => Assert.Equal(Minutes, r.Taken));
    }

    /// <summary>The same with all that people meet: the web's booking and two kiosks, at each of which one after the other takes a number.</summary>
    [Theory, OnSqlite, OnPostgreSql]
    public async Task Goes_to_one_when_two_kiosks_and_the_web_ask_at_once(string engine)
    {
        var deployment = await deployments.On(engine);
        var regency = deployment.Regencies[4] with { Stage = RegencyStage.Live };
        var live = new RegistryDirectory();
        live.Replace(new RegistrySnapshot([regency], "mpp.test"));
        await using var process = deployment.NewProcess(services => services.AddSingleton<TimeProvider>(new FakeClock(new DateTimeOffset(2026, 11, 24, 2, 59, 0, TimeSpan.Zero))).AddSingleton<ITenantDirectory>(live));
        await process.GetRequiredService<NationalSnapshots>().RefreshAsync(CancellationToken.None);
        live.Replace(new RegistrySnapshot([regency], "mpp.test"));

        for (var round = 0; round < WholeRounds; round++)
        {
            // Noon in the east of the country: one slot today, one counter, one visit.
            var plan = await HallAsync(process, regency, "12.00-12.15");
            var slot = plan.On(new DateOnly(2026, 11, 24)) is var day ? SlotPlan.Of(plan, plan.Lines[0], day, regency.Zone).Single().Key : "";
            var web = Enumerable.Range(0, Clients - 20).Select(i => Task.Run(async () => (await UseAsync<BookVisit, VisitView>(process, regency, new BookVisit(new Applicant($"w-{i}", $"9171010101{round:00}{i:0000}", "Warga", "", ""), $"{round}-{i}", Service, slot, BookingSource.Unknown))).Problem?.Code));
            var kiosks = Enumerable.Range(0, 2).Select(_ => Task.Run(async () =>
            {
                var told = new List<string?>();
                for (var i = 0; i < 10; i++) told.Add((await UseAsync<TakeTicket, TicketSlip>(process, regency, new TakeTicket(plan.Place.Id, plan.Lines[0].Group.Id, Service, false))).Problem?.Code);
                return told;
            }));
            var (booked, walked) = (Task.WhenAll(web), Task.WhenAll(kiosks));
            string?[] told = [.. await booked, .. (await walked).SelectMany(t => t)];

            Assert.Equal(Clients, told.Length);
            Assert.Single(told, code => code is null);
            Assert.All(told, code => Assert.True(code is null or "slot-full" or "walk-in-full", code));
            var place = plan.Place.Id;
            Assert.Equal(Minutes, (await process.InAsync(regency, db => db.VisitSlots.SingleAsync(s => s.PlaceId == place))).Taken);
        }
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Is_refused_by_the_database_itself_whatever_the_code_does(string engine)
    {
        var deployment = await deployments.On(engine);
        await using var process = deployment.NewProcess();
        var regency = deployment.Regencies[3];
        var slot = SlotsOf(await HallAsync(process, regency), regency).First();
        Assert.True(await TakeAsync(process, regency, slot, walkIn: false));

        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => process.InAsync(regency, db => db.VisitSlots.ExecuteUpdateAsync(s => s.SetProperty(x => x.Taken, x => x.Taken + Minutes))));
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => process.InAsync(regency, db => db.VisitSlots.ExecuteUpdateAsync(s => s.SetProperty(x => x.Taken, x => x.Taken - Minutes))));
    }

    private static async Task<bool> TakeAsync(IServiceProvider process, Regency regency, SlotPlan slot, bool walkIn)
    {
        await using var scope = process.GetRequiredService<IRegencyScopes>().For(regency.Code);
        await using var db = await scope.ServiceProvider.GetRequiredService<IDbContextFactory<RegencyDbContext>>().CreateDbContextAsync();
        var id = await scope.ServiceProvider.GetRequiredService<SlotLedger>().EnsureAsync(db, slot, CancellationToken.None);
        await using var transaction = await db.Database.BeginTransactionAsync();
        if (!(walkIn ? await SlotLedger.WalkInAsync(db, id, Minutes, CancellationToken.None) : await SlotLedger.BookAsync(db, id, Minutes, 100, CancellationToken.None))) return false;
        await transaction.CommitAsync();
        return true;
    }

    private static async Task<Outcome<TResult>> UseAsync<TInput, TResult>(IServiceProvider process, Regency regency, TInput input)
    {
        await using var scope = process.GetRequiredService<IRegencyScopes>().For(regency.Code);
        return await scope.ServiceProvider.GetRequiredService<IUseCase<TInput, TResult>>().HandleAsync(input, CancellationToken.None);
    }

    /// <summary>One counter that has room for one visit at a time.</summary>
    private static Task<PlacePlan> HallAsync(IServiceProvider process, Regency regency, string hours = "07.00-20.00") => process.InAsync(regency, async db =>
    {
        var place = new Place(Guid.CreateVersion7(), PlaceKind.Hall, DateTime.UtcNow);
        place.Describe("Gedung uji", "Jalan Uji 1", active: true);
        place.Open(new OpeningHours(new WeekHours([.. Enumerable.Repeat(hours, 7)]), []));
        ReleaseWaves.TryRead("14:100", out var waves);
        place.Ration(Minutes, 10, waves);
        var group = new CounterGroup(place.Id, "DUKCAPIL", "A");
        db.AddRange(place, group, new Counter(place.Id, group.Id, "1", DateTime.UtcNow));
        await db.SaveChangesAsync();
        return new PlacePlan(place, [new LinePlan(group, 1)], [], new Platform.Calendar.WorkingCalendar([], [], null));
    });

    private static IEnumerable<SlotPlan> SlotsOf(PlacePlan plan, Regency regency)
    {
        var monday = new DateOnly(2026, 11, 23);
        return new[] { monday, monday.AddDays(1) }.SelectMany(day => SlotPlan.Of(plan, plan.Lines[0], plan.On(day), regency.Zone));
    }
}
