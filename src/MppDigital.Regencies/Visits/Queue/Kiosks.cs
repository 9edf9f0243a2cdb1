using Microsoft.EntityFrameworkCore;
using MppDigital.Platform.Audit;
using MppDigital.Platform.Identification;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Officers;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Visits.Queue;

public sealed record ListKiosks(StaffMember Staff);

/// <param name="State"><c>waiting</c> for its code, <c>expired</c> with a code too old, or <c>enrolled</c>.</param>
public sealed record KioskRow(Guid Id, string Name, Guid Place, string PlaceName, string State);

/// <summary>An admin puts up a kiosk, and reads its code out to the device.</summary>
public sealed record AddKiosk(StaffMember Staff, Guid Place, string Name);

/// <summary>A device was replaced or its code grew too old: a new code, and the device so far is out.</summary>
public sealed record RenewKiosk(StaffMember Staff, Guid Kiosk);

public sealed record RemoveKiosk(StaffMember Staff, Guid Kiosk);

/// <param name="Code">Typed at the device within half an hour; shown this once.</param>
public sealed record KioskCode(Guid Id, string Name, string Code)
{
    public override string ToString() => $"kiosk {Id}";
}

internal sealed class AddKioskHandler(IDbContextFactory<RegencyDbContext> contexts, RegencySecrets secrets, TimeProvider clock)
    : IUseCase<ListKiosks, IReadOnlyList<KioskRow>>, IUseCase<AddKiosk, KioskCode>, IUseCase<RenewKiosk, KioskCode>, IUseCase<RemoveKiosk, Done>
{
    public const int MostKiosks = 50;
    private const int CodeLength = 8;

    public async Task<Outcome<IReadOnlyList<KioskRow>>> HandleAsync(ListKiosks input, CancellationToken ct)
    {
        if (!input.Staff.Is(OfficerRole.Admin)) return Problems.AdminsOnly;
        await using var db = await contexts.CreateDbContextAsync(ct);
        var now = clock.GetUtcNow().UtcDateTime;
        var rows = await (
            from k in db.Kiosks.AsNoTracking()
            join p in db.Places on k.PlaceId equals p.Id
            where k.RemovedAt == null
            orderby k.Name
            select new { k, p.Name }).Take(MostKiosks).ToListAsync(ct);
        return rows.Select(r => new KioskRow(r.k.Id, r.k.Name, r.k.PlaceId, r.Name, r.k.DeviceStamp is not null ? "enrolled" : r.k.CodeExpiresAt > now ? "waiting" : "expired")).ToList();
    }

    public async Task<Outcome<KioskCode>> HandleAsync(AddKiosk input, CancellationToken ct)
    {
        if (!input.Staff.Is(OfficerRole.Admin)) return Problems.AdminsOnly;
        var name = input.Name.Trim();
        if (name.Length is 0 or > QueueMapping.LongestKioskName || !UnicodeText.IsPlain(name))
            return Problems.Invalid("/name", $"Tulis nama kios, 1 sampai {QueueMapping.LongestKioskName} huruf.", $"Write the kiosk's name, 1 to {QueueMapping.LongestKioskName} letters.");
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (!await db.Places.AnyAsync(p => p.Id == input.Place && p.Active, ct)) return Problems.Invalid("/place", "Pilih tempat layanan dari daftar.", "Choose a place from the list.");
        if (await db.Kiosks.CountAsync(k => k.RemovedAt == null, ct) >= MostKiosks) return Problems.TooManyKiosks;
        if (await db.Kiosks.AnyAsync(k => k.PlaceId == input.Place && k.Name == name && k.RemovedAt == null, ct))
            return Problems.Invalid("/name", "Nama ini sudah dipakai kios lain di tempat yang sama. Pilih nama lain.", "Another kiosk of this place has that name. Choose another.");
        var kiosk = new Kiosk { PlaceId = input.Place, Name = name, CreatedBy = input.Staff.Sub, CreatedAt = clock.GetUtcNow().UtcDateTime };
        db.Kiosks.Add(kiosk);
        return await GiveCodeAsync(db, kiosk, "kiosk-added", input.Staff, ct);
    }

    public async Task<Outcome<KioskCode>> HandleAsync(RenewKiosk input, CancellationToken ct)
    {
        if (!input.Staff.Is(OfficerRole.Admin)) return Problems.AdminsOnly;
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.Kiosks.SingleOrDefaultAsync(k => k.Id == input.Kiosk && k.RemovedAt == null, ct) is not { } kiosk) return Problems.UnknownKiosk;
        return await GiveCodeAsync(db, kiosk, "kiosk-code-renewed", input.Staff, ct);
    }

    public async Task<Outcome<Done>> HandleAsync(RemoveKiosk input, CancellationToken ct)
    {
        if (!input.Staff.Is(OfficerRole.Admin)) return Problems.AdminsOnly;
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.Kiosks.SingleOrDefaultAsync(k => k.Id == input.Kiosk && k.RemovedAt == null, ct) is not { } kiosk) return Problems.UnknownKiosk;
        kiosk.Remove(clock.GetUtcNow().UtcDateTime);
        await SaveAsync(db, kiosk, "kiosk-removed", input.Staff.Sub, ct);
        return default(Done);
    }

    private async Task<KioskCode> GiveCodeAsync(RegencyDbContext db, Kiosk kiosk, string action, StaffMember staff, CancellationToken ct)
    {
        var code = Crockford.New(CodeLength);
        kiosk.Await(secrets.KioskCode(code), clock.GetUtcNow().UtcDateTime);
        await SaveAsync(db, kiosk, action, staff.Sub, ct);
        return new KioskCode(kiosk.Id, kiosk.Name, Crockford.Grouped(code));
    }

    private async Task SaveAsync(RegencyDbContext db, Kiosk kiosk, string action, string sub, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await AuditTrail.AppendAsync(db, $"{kiosk.Id:N}", action, sub, "{}", clock.GetUtcNow().UtcDateTime, ct);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
    }
}
