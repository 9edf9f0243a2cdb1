using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using MppDigital.National.Catalog;
using MppDigital.Platform;
using MppDigital.Platform.Persistence;
using MppDigital.Platform.Tenancy;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Visits.Places;

/// <summary>
/// A hall to begin with: the usual hours, a line each for the agencies that most people come for and one for all the rest. In the demo it is made
/// when somebody first looks, so that 514 of them cost the start nothing; elsewhere an admin asks for it and changes it.
/// </summary>
internal sealed class FirstHall(IServiceCatalog catalog, CurrentRegency current, IDatabaseEngine engine, IOptions<DemoOptions> demo, TimeProvider clock)
{
    // The same in every regency, each having a database of its own: whoever comes second meets the key.
    private static readonly Guid Hall = Guid.Parse("0190d5a0-0000-7000-8000-000000000001");

    private static readonly (string Agency, int Counters, int Minutes)[] Lines = [("DUKCAPIL", 4, 15), ("DPMPTSP", 3, 20), ("POLRI", 2, 15), ("BAPENDA", 1, 10)];

    /// <summary>In the demo only, and only where there is no place yet.</summary>
    public async Task EnsureAsync(RegencyDbContext db, CancellationToken ct)
    {
        if (!demo.Value.Enabled || await db.Places.AnyAsync(ct)) return;
        try
        {
            Add(db);
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException e) when (engine.IsDuplicate(e))
        {
            // Somebody else looked first.
        }

        db.ChangeTracker.Clear();
    }

    /// <summary>The caller saves.</summary>
    public Place Add(RegencyDbContext db)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var place = new Place(Hall, PlaceKind.Hall, now);
        place.Describe($"Gedung MPP {current.Value.Name}", $"{current.Value.Name}, {current.Value.Province}", active: true);
        place.Open(new OpeningHours(WeekHours.Common, []));
        db.Places.Add(place);
        var label = 0;
        var letter = 'A';
        foreach (var (agency, counters, minutes) in Lines) AddLine(agency, "", counters, minutes);
        var rest = catalog.Published.Select(s => s.Definition).Where(s => !Lines.Any(l => l.Agency == s.Agency.Code)).Select(s => s.Code).Order(StringComparer.Ordinal);
        // One shared desk; the investment office runs most halls.
        AddLine("DPMPTSP", string.Join(' ', rest), 2, CounterGroup.UsualMinutes);
        return place;

        void AddLine(string agency, string services, int counters, int minutes)
        {
            var group = new CounterGroup(place.Id, agency, letter++.ToString());
            group.Serve(services, minutes);
            db.CounterGroups.Add(group);
            for (var i = 0; i < counters; i++) db.Counters.Add(new Counter(place.Id, group.Id, $"{++label}", now));
        }
    }
}
