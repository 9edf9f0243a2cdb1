using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using MppDigital.National.Catalog;
using MppDigital.Platform.Audit;
using MppDigital.Platform.Persistence;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Applications;
using MppDigital.Regencies.Officers;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Visits.Places;

/// <summary>An admin says which services a line of counters serves, how long they take, and which counters it has.</summary>
/// <param name="Id">Null for a new line.</param>
/// <param name="Services">Codes, each with <c>:minutes</c> where it differs; blanks between. Empty: every service of the agency.</param>
/// <param name="IdempotencyKey">Of a new line: the same key makes it once.</param>
/// <param name="Counters">Their labels; a counter that is left out is taken out of service.</param>
public sealed record SaveLine(StaffMember Staff, Guid Place, Guid? Id, string Agency, string Services, int Minutes, IReadOnlyList<string> Counters, long? Version, string IdempotencyKey = "");

internal sealed class SaveLineHandler(
    IDbContextFactory<RegencyDbContext> contexts, IDatabaseEngine engine, Idempotency idempotency, IServiceCatalog catalog, Remeasure remeasure, IUseCase<ReadPlace, PlaceSettings> read, TimeProvider clock) : IUseCase<SaveLine, PlaceSettings>
{
    private const int MostLines = 26;
    private const int MostCounters = 60;

    public async Task<Outcome<PlaceSettings>> HandleAsync(SaveLine input, CancellationToken ct)
    {
        if (!input.Staff.Is(OfficerRole.Admin)) return VisitProblems.WrongRole;
        if (FaultsOf(input) is { Count: > 0 } faults) return VisitProblems.Invalid(faults);
        await using var db = await contexts.CreateDbContextAsync(ct);
        var now = clock.GetUtcNow().UtcDateTime;
        var body = Idempotency.HashOf(JsonSerializer.Serialize(new { line = input.Place, input.Agency, input.Services, input.Minutes, input.Counters }));
        if (input.Id is null && await idempotency.FindAsync<Guid>(db, input.Staff.Sub, input.IdempotencyKey, body, ct) is { } repeated) return repeated.Succeeded ? await read.HandleAsync(new ReadPlace(input.Staff, input.Place), ct) : repeated.Problem;
        try
        {
            await using var transaction = await db.Database.BeginTransactionAsync(ct);
            if (!await db.Places.AnyAsync(p => p.Id == input.Place, ct)) return VisitProblems.UnknownPlace;
            var lines = await db.CounterGroups.Where(g => g.PlaceId == input.Place).OrderBy(g => g.Letter).ToListAsync(ct);
            var line = lines.Find(l => l.Id == input.Id);
            if (input.Id is not null && line is null) return VisitProblems.UnknownPlace;
            if (line is not null && input.Version is null) return VisitProblems.VersionNeeded;
            if (line is not null && line.Version != input.Version) return VisitProblems.Stale((await read.HandleAsync(new ReadPlace(input.Staff, input.Place), ct)).Value!);
            // Its counters are part of what was read: a change of them alone makes a new version, too.
            if (line is not null) db.Entry(line).State = EntityState.Modified;
            if (line is null)
            {
                if (Enumerable.Range('A', MostLines).Select(c => ((char)c).ToString()).FirstOrDefault(l => lines.TrueForAll(g => g.Letter != l)) is not { } letter)
                    return VisitProblems.Field("/agency", $"Satu tempat paling banyak punya {MostLines} antrean. Ubah salah satu yang sudah ada.");
                line = db.CounterGroups.Add(new CounterGroup(input.Place, input.Agency, letter)).Entity;
            }

            line.Serve(string.Join(' ', input.Services.Split(' ', StringSplitOptions.RemoveEmptyEntries)), input.Minutes);
            if (await CountersAsync(db, line, Labels(input), now, ct) is { } taken) return taken;
            await AuditTrail.AppendAsync(db, line.Id.ToString("N"), "counters-changed", input.Staff.Sub, "{}", now, ct);
            if (input.Id is null) idempotency.Keep(db, input.Staff.Sub, input.IdempotencyKey, body, line.Id, now);
            await db.SaveChangesAsync(ct);
            await remeasure.SlotsAsync(db, input.Place, now, ct);
            await transaction.CommitAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            return VisitProblems.Stale((await read.HandleAsync(new ReadPlace(input.Staff, input.Place), ct)).Value!);
        }
        catch (DbUpdateException e) when (engine.IsDuplicate(e))
        {
            return VisitProblems.Field("/counters", "Loket ini baru saja ditambahkan orang lain. Muat ulang halaman.");
        }

        return await read.HandleAsync(new ReadPlace(input.Staff, input.Place), ct);
    }

    /// <returns>The refusal where a label is another line's.</returns>
    private static async Task<Problem?> CountersAsync(RegencyDbContext db, CounterGroup line, List<string> labels, DateTime now, CancellationToken ct)
    {
        var all = await db.Counters.Where(c => c.PlaceId == line.PlaceId).ToListAsync(ct);
        if (all.Find(c => c.Active && c.GroupId != line.Id && labels.Contains(c.Label)) is { } other) return VisitProblems.Field("/counters", $"Loket {other.Label} sudah melayani antrean lain. Keluarkan dahulu dari sana, atau pakai nomor lain.");
        foreach (var counter in all.Where(c => c.GroupId == line.Id)) counter.Rename(counter.Label, labels.Contains(counter.Label));
        // One that served another line once and was taken out there has kept its label.
        if (all.Find(c => !c.Active && c.GroupId != line.Id && labels.Contains(c.Label)) is { } old) return VisitProblems.Field("/counters", $"Nomor loket {old.Label} pernah dipakai antrean lain dan tersimpan di riwayatnya. Pakai nomor lain, misalnya {old.Label}A.");
        db.Counters.AddRange(labels.Where(l => !all.Exists(c => c.Label == l)).Select(l => new Counter(line.PlaceId, line.Id, l, now)));
        return null;
    }

    private static List<string> Labels(SaveLine input) => [.. input.Counters.Select(c => c.Trim().ToUpperInvariant()).Where(c => c.Length > 0).Distinct()];

    private Dictionary<string, string[]> FaultsOf(SaveLine input)
    {
        var faults = new Dictionary<string, string[]>();
        if (!catalog.Published.Any(s => s.Definition.Agency.Code == input.Agency)) faults["/agency"] = ["Pilih instansi dari daftar."];
        if (input.Services.Length > CounterGroupMapping.LongestServices) faults["/services"] = ["Terlalu banyak layanan. Kosongkan untuk semua layanan instansi ini."];
        else if (input.Services.Split(' ', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault(s => !IsService(s)) is { } unknown) faults["/services"] = [$"{(unknown.Length > 30 ? unknown[..30] : unknown)} bukan kode layanan. Tulis misalnya DKC-KTP-01 atau DKC-KTP-01:20."];
        if (input.Minutes is < 3 or > 240) faults["/minutes"] = ["Tulis 3 sampai 240 menit."];
        var labels = Labels(input);
        if (labels.Count is 0 or > MostCounters || labels.Exists(l => l.Length > CounterMapping.LongestLabel || !l.All(c => char.IsAsciiLetterOrDigit(c) || c == '-')))
            faults["/counters"] = [$"Tulis nomor loket dengan koma, misalnya 1, 2, 3. Huruf, angka, dan tanda hubung; paling banyak {MostCounters} loket."];
        return faults;
    }

    private bool IsService(string part) => part.Split(':') switch
    {
        [var code] => catalog.Find(code) is not null,
        [var code, var minutes] => catalog.Find(code) is not null && int.TryParse(minutes, NumberStyles.None, CultureInfo.InvariantCulture, out var m) && m is >= 3 and <= 240,
        _ => false,
    };
}
