using Microsoft.EntityFrameworkCore;
using MppDigital.National.Catalog;
using MppDigital.Platform.Calendar;
using MppDigital.Platform.Tenancy;
using MppDigital.Regencies.Applications;
using MppDigital.Regencies.Officers;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Documents.Signing;

/// <summary>
/// What waits for whose signature. Whoever decided signs; when they hold no seat here any more, whoever may decide in their place does, under
/// their own name: a permit must not wait for ever for somebody who has left.
/// </summary>
internal sealed class SigningQueue(IServiceCatalog catalog, CurrentRegency current, TimeProvider clock)
{
    private const int MostLeft = 200;

    /// <param name="documents">Only these; null for all that wait.</param>
    public async Task<List<SignatureOrder>> ReadAsync(RegencyDbContext db, StaffMember staff, IReadOnlyList<Guid>? documents, int most, CancellationToken ct)
    {
        var sub = staff.Sub;
        var all = db.SignatureOrders.AsNoTracking();
        var asked = documents is null ? all.Where(o => o.WaitingSince != null) : all.Where(o => documents.Contains(o.Id));
        var own = await asked.Where(o => o.SignerSub == sub).OrderBy(o => o.WaitingSince).ThenBy(o => o.Number).Take(most).ToListAsync(ct);
        return [.. own.Concat(await LeftAsync(db, asked, staff, ct)).OrderBy(o => o.OrderedAt).ThenBy(o => o.Number, StringComparer.Ordinal).Take(most)];
    }

    private async Task<List<SignatureOrder>> LeftAsync(RegencyDbContext db, IQueryable<SignatureOrder> asked, StaffMember staff, CancellationToken ct)
    {
        var (sub, today) = (staff.Sub, LegalClock.DateOf(clock.GetUtcNow().UtcDateTime, current.Value.Zone));
        var left = await asked.Where(o => o.WaitingSince != null && o.SignerSub != sub && !db.Officers.Any(f => f.Sub == o.SignerSub && (f.From == null || f.From <= today) && (f.Until == null || f.Until >= today)))
            .OrderBy(o => o.WaitingSince).Take(MostLeft)
            .Join(db.Applications, o => o.ApplicationId, a => a.Id, (order, a) => new { order, a.Service, a.CatalogVersion, a.VerifiedBy }).ToListAsync(ct);
        return [.. left.Where(l => catalog.Find(l.Service, l.CatalogVersion) is { Definition: var service } && ApplicationMoves.MayDo(staff, Move.Approve, service) && !(service.TwoPerson && l.VerifiedBy == sub)).Select(l => l.order)];
    }
}
