using Microsoft.EntityFrameworkCore;
using MppDigital.Platform.Audit;
using MppDigital.Platform.Identification;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Visits.Queue;

/// <summary>A device in the hall becomes a kiosk by the code that an admin reads out. The code works once.</summary>
public sealed record EnrolKiosk(string Code);

/// <summary>What the device keeps and shows with every call; <see cref="Stamp"/> ends with the next enrolment.</summary>
public sealed record KioskDevice(Guid Kiosk, Guid Stamp)
{
    public override string ToString() => $"kiosk {Kiosk}";
}

/// <summary>Is this device still the kiosk it says it is?</summary>
public sealed record FindKiosk(KioskDevice Device);

public sealed record KioskView(Guid Id, string Name, Guid Place);

internal sealed class EnrolKioskHandler(IDbContextFactory<RegencyDbContext> contexts, RegencySecrets secrets, TimeProvider clock) : IUseCase<EnrolKiosk, KioskDevice>, IUseCase<FindKiosk, KioskView>
{
    public async Task<Outcome<KioskDevice>> HandleAsync(EnrolKiosk input, CancellationToken ct)
    {
        if (Crockford.Normalise(input.Code) is not { } code) return Problems.BadKioskCode;
        var (hash, now) = (secrets.KioskCode(code), clock.GetUtcNow().UtcDateTime);
        await using var db = await contexts.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        // First of all: two devices with one code stand in line here, and the second finds it used.
        await AuditTrail.AppendAsync(db, "kiosk", "kiosk-enrolled", "system", "{}", now, ct);
        if (await db.Kiosks.SingleOrDefaultAsync(k => k.CodeHash == hash && k.CodeExpiresAt > now && k.RemovedAt == null, ct) is not { } kiosk) return Problems.BadKioskCode;
        var stamp = kiosk.Enrol(now);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return new KioskDevice(kiosk.Id, stamp);
    }

    public async Task<Outcome<KioskView>> HandleAsync(FindKiosk input, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var kiosk = await db.Kiosks.AsNoTracking().Where(k => k.Id == input.Device.Kiosk && k.DeviceStamp == input.Device.Stamp && k.RemovedAt == null).Select(k => new KioskView(k.Id, k.Name, k.PlaceId)).SingleOrDefaultAsync(ct);
        return kiosk is null ? Problems.NotEnrolled : kiosk;
    }
}
