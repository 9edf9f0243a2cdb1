using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MppDigital.Platform.Tenancy;
using MppDigital.Regencies.Persistence;
using MppDigital.Regencies.Visits.Places;
using MppDigital.Regencies.Visits.Slots;
using MppDigital.Testing.Databases;

namespace MppDigital.Engines.Tests;

/// <summary>Two hundred want the last place, booking, moving and walking in: one has it, each time, on every engine.</summary>
[Collection(EnginesShareServers.Name)]
public sealed class LastSlotTests(Deployments deployments)
{
    private const int Clients = 200;
    private const int Rounds = 50;
    private const int Minutes = 15;

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Is_given_to_exactly_one_of_two_hundred_fifty_times_over(string engine)
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

    /// <summary>One counter that has room for one visit at a time.</summary>
    private static Task<PlacePlan> HallAsync(IServiceProvider process, Regency regency) => process.InAsync(regency, async db =>
    {
        var place = new Place(Guid.CreateVersion7(), PlaceKind.Hall, DateTime.UtcNow);
        place.Describe("Gedung uji", "Jalan Uji 1", active: true);
        place.Open(new OpeningHours(new WeekHours([.. Enumerable.Repeat("07.00-20.00", 7)]), []));
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
