using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using MppDigital.Platform.Audit;
using MppDigital.Platform.Identification;
using MppDigital.Platform.Persistence;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Applications;
using MppDigital.Regencies.Officers;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Visits.Places;

/// <summary>An admin makes a place or changes its hours and its shares.</summary>
/// <param name="Id">Null for a new one.</param>
/// <param name="Version">As read; left out for a new one.</param>
/// <param name="IdempotencyKey">Of a new one: the same key makes it once.</param>
public sealed record SavePlace(StaffMember Staff, Guid? Id, PlaceTerms Terms, long? Version, string IdempotencyKey = "");

/// <param name="Week">Seven texts from Monday to Sunday such as <c>08.00-12.00, 13.00-15.30</c>; empty: shut.</param>
/// <param name="Waves">Such as <c>14:50 3:80 1:100</c>: so many days before, so many percent in all.</param>
public sealed record PlaceTerms(PlaceKind Kind, string Name, string Address, IReadOnlyList<string> Week, IReadOnlyList<SeasonView> Seasons, int SlotMinutes, int WalkInPercent, string Waves, bool Active);

/// <summary>A place as its admin reads it before changing it.</summary>
public sealed record ReadPlace(StaffMember Staff, Guid Id);

/// <summary>A place with everything that its admin sets.</summary>
public sealed record PlaceSettings(Guid Id, PlaceTerms Terms, IReadOnlyList<ClosureView> Closures, IReadOnlyList<LineView> Lines, long Version);

/// <param name="Services">Codes with minutes where they differ: <c>DKC-KTP-01:20</c>; empty: every service of the agency.</param>
public sealed record LineView(Guid Id, string Agency, string Letter, string Services, int Minutes, long Version, IReadOnlyList<CounterView> Counters);

internal sealed class SavePlaceHandler(IDbContextFactory<RegencyDbContext> contexts, IDatabaseEngine engine, Idempotency idempotency, Remeasure remeasure, CurrentRegency current, TimeProvider clock) : IUseCase<SavePlace, PlaceSettings>, IUseCase<ReadPlace, PlaceSettings>
{
    private const int MostPlaces = 50;
    private static readonly string[] Days = ["senin", "selasa", "rabu", "kamis", "jumat", "sabtu", "minggu"];

    public async Task<Outcome<PlaceSettings>> HandleAsync(ReadPlace input, CancellationToken ct)
    {
        if (!input.Staff.Is(OfficerRole.Admin)) return VisitProblems.WrongRole;
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Places.AsNoTracking().SingleOrDefaultAsync(p => p.Id == input.Id, ct) is { } place ? await ViewAsync(db, place, ct) : VisitProblems.UnknownPlace;
    }

    public async Task<Outcome<PlaceSettings>> HandleAsync(SavePlace input, CancellationToken ct)
    {
        if (!input.Staff.Is(OfficerRole.Admin)) return VisitProblems.WrongRole;
        if (FaultsOf(input.Terms) is { Count: > 0 } faults) return VisitProblems.Invalid(faults);
        await using var db = await contexts.CreateDbContextAsync(ct);
        var body = Idempotency.HashOf(JsonSerializer.Serialize(new { place = input.Terms }));
        if (input.Id is null && await idempotency.FindAsync<PlaceSettings>(db, input.Staff.Sub, input.IdempotencyKey, body, ct) is { } repeated) return repeated;
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var now = clock.GetUtcNow().UtcDateTime;
        Place place;
        if (input.Id is { } id)
        {
            if (await db.Places.SingleOrDefaultAsync(p => p.Id == id, ct) is not { } known) return VisitProblems.UnknownPlace;
            if (input.Version is null) return VisitProblems.VersionNeeded;
            if (input.Version != known.Version) return VisitProblems.Stale(await ViewAsync(db, known, ct));
            place = known;
        }
        else
        {
            if (await db.Places.CountAsync(ct) >= MostPlaces) return VisitProblems.Field("/name", $"Satu daerah paling banyak punya {MostPlaces} tempat. Pakai salah satu yang sudah ada.");
            place = db.Places.Add(new Place(Guid.CreateVersion7(), input.Terms.Kind, now)).Entity;
        }

        var terms = input.Terms;
        place.Describe(terms.Name.Trim(), terms.Address.Trim(), terms.Active);
        place.Open(new OpeningHours(new WeekHours(Tidy(terms.Week)), [.. terms.Seasons.Select(s => new Season(s.Name.Trim(), s.From, s.Until, new WeekHours(Tidy(s.Week))))]));
        ReleaseWaves.TryRead(terms.Waves, out var waves);
        place.Ration(terms.SlotMinutes, terms.WalkInPercent, waves);
        await AuditTrail.AppendAsync(db, place.Id.ToString("N"), input.Id is null ? "place-added" : "place-changed", input.Staff.Sub, "{}", now, ct);
        try
        {
            await db.SaveChangesAsync(ct);
            await remeasure.SlotsAsync(db, place.Id, now, ct);
            var view = await ViewAsync(db, place, ct);
            if (input.Id is null)
            {
                idempotency.Keep(db, input.Staff.Sub, input.IdempotencyKey, body, view, now);
                await db.SaveChangesAsync(ct);
            }

            await transaction.CommitAsync(ct);
            return view;
        }
        catch (DbUpdateException e) when (input.Id is null && engine.IsDuplicate(e))
        {
            // The same key was sent twice at once; the first one's answer counts.
            await transaction.RollbackAsync(ct);
            await using var fresh = await contexts.CreateDbContextAsync(ct);
            return await idempotency.FindAsync<PlaceSettings>(fresh, input.Staff.Sub, input.IdempotencyKey, body, ct) ?? throw new InvalidOperationException("A place collided with nothing.");
        }
        catch (DbUpdateConcurrencyException)
        {
            await transaction.RollbackAsync(ct);
            await using var fresh = await contexts.CreateDbContextAsync(ct);
            return VisitProblems.Stale(await ViewAsync(fresh, await fresh.Places.AsNoTracking().SingleAsync(p => p.Id == place.Id, ct), ct));
        }
    }

    private static IReadOnlyList<string> Tidy(IReadOnlyList<string> week) => [.. week.Select(d => DayHours.TryRead(d, out var spans) ? DayHours.Text(spans) : "")];

    private static Dictionary<string, string[]> FaultsOf(PlaceTerms terms)
    {
        var faults = new Dictionary<string, string[]>();
        if (!Enum.IsDefined(terms.Kind)) faults["/kind"] = ["Pilih hall, mobile, kiosk, atau online-desk."];
        if (terms.Name.Trim().Length is 0 or > PlaceMapping.LongestName || !UnicodeText.IsPlain(terms.Name)) faults["/name"] = [$"Tulis nama tempat, paling banyak {PlaceMapping.LongestName} huruf."];
        if (terms.Address.Trim().Length is 0 or > PlaceMapping.LongestAddress || !UnicodeText.IsPlain(terms.Address)) faults["/address"] = [$"Tulis alamat, paling banyak {PlaceMapping.LongestAddress} huruf."];
        FaultsOf(terms.Week, "/week", faults);
        if (terms.Seasons.Count > OpeningHours.MostSeasons) faults["/seasons"] = [$"Paling banyak {OpeningHours.MostSeasons} musim."];
        foreach (var (i, season) in terms.Seasons.Take(OpeningHours.MostSeasons).Index())
        {
            if (season.Name.Trim().Length is 0 or > 60 || !UnicodeText.IsPlain(season.Name)) faults[$"/seasons/{i}/name"] = ["Tulis nama musim, misalnya Ramadan, paling banyak 60 huruf."];
            if (season.Until < season.From) faults[$"/seasons/{i}/until"] = ["Tulis hari terakhir yang tidak sebelum hari pertama."];
            FaultsOf(season.Week, $"/seasons/{i}/week", faults);
        }

        if (terms.SlotMinutes is < 10 or > 240) faults["/slotMinutes"] = ["Tulis 10 sampai 240 menit."];
        if (terms.WalkInPercent is < 10 or > 100) faults["/walkInPercent"] = ["Tulis 10 sampai 100 persen. Sebagian tempat selalu untuk yang datang langsung."];
        if (!ReleaseWaves.TryRead(terms.Waves, out _)) faults["/waves"] = [$"Tulis hari:persen dari yang terjauh, sampai 100, misalnya {ReleaseWaves.Usual}. Paling jauh {ReleaseWaves.MostDays} hari."];
        return faults;
    }

    private static void FaultsOf(IReadOnlyList<string> week, string at, Dictionary<string, string[]> faults)
    {
        if (week.Count != 7) faults[at] = ["Tulis tujuh hari, Senin sampai Minggu; kosong berarti tutup."];
        foreach (var (i, day) in week.Take(7).Index())
        {
            if (!DayHours.TryRead(day, out _)) faults[$"{at}/{i}"] = [$"Jam hari {Days[i]}: tulis misalnya 08.00-12.00, 13.00-15.30, atau kosongkan bila tutup."];
        }
    }

    private async Task<PlaceSettings> ViewAsync(RegencyDbContext db, Place place, CancellationToken ct)
    {
        var hours = OpeningHours.Read(place.Hours);
        var today = DateOnly.FromDateTime(current.Value.At(clock.GetUtcNow().UtcDateTime).Date);
        var closures = await db.PlaceClosures.AsNoTracking().Where(c => c.PlaceId == place.Id && c.Until >= today).OrderBy(c => c.From).Take(200).ToListAsync(ct);
        var groups = await db.CounterGroups.AsNoTracking().Where(g => g.PlaceId == place.Id).OrderBy(g => g.Letter).Take(100).ToListAsync(ct);
        var counters = await db.Counters.AsNoTracking().Where(c => c.PlaceId == place.Id && c.Active).OrderBy(c => c.Label.Length).ThenBy(c => c.Label).Take(500).ToListAsync(ct);
        return new PlaceSettings(
            place.Id,
            new PlaceTerms(place.Kind, place.Name, place.Address, hours.Usual.Days, [.. hours.Seasons.Select(s => new SeasonView(s.Name, s.From, s.Until, s.Hours.Days))], place.SlotMinutes, place.WalkInPercent, place.Waves, place.Active),
            [.. closures.Select(ListPlacesHandler.ViewOf)],
            [.. groups.Select(g => new LineView(g.Id, g.Agency, g.Letter, g.Services, g.Minutes, g.Version, [.. counters.Where(c => c.GroupId == g.Id).Select(c => ListPlacesHandler.ViewOf(c, g, current.Value))]))],
            place.Version);
    }
}
