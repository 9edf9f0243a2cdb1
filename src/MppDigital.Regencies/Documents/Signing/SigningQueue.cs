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

    /// <summary>How many wait, counted where they are: nobody reads a document to say that there is one.</summary>
    public async Task<int> CountAsync(RegencyDbContext db, StaffMember staff, CancellationToken ct)
    {
        var sub = staff.Sub;
        var asked = db.SignatureOrders.AsNoTracking().Where(o => o.WaitingSince != null);
        var own = await asked.CountAsync(o => o.SignerSub == sub, ct);
        var left = await Left(db, asked, sub).Join(db.Applications, o => o.ApplicationId, a => a.Id, (o, a) => new { a.Service, a.CatalogVersion, Verified = a.VerifiedBy == sub })
            .GroupBy(x => new { x.Service, x.CatalogVersion, x.Verified }).Select(g => new { g.Key.Service, g.Key.CatalogVersion, g.Key.Verified, Count = g.Count() }).ToListAsync(ct);
        return own + left.Where(l => MaySign(staff, l.Service, l.CatalogVersion, l.Verified)).Sum(l => l.Count);
    }

    private async Task<List<SignatureOrder>> LeftAsync(RegencyDbContext db, IQueryable<SignatureOrder> asked, StaffMember staff, CancellationToken ct)
    {
        var sub = staff.Sub;
        var left = await Left(db, asked, sub).OrderBy(o => o.WaitingSince).Take(MostLeft)
            .Join(db.Applications, o => o.ApplicationId, a => a.Id, (order, a) => new { order, a.Service, a.CatalogVersion, Verified = a.VerifiedBy == sub }).ToListAsync(ct);
        return [.. left.Where(l => MaySign(staff, l.Service, l.CatalogVersion, l.Verified)).Select(l => l.order)];
    }

    private IQueryable<SignatureOrder> Left(RegencyDbContext db, IQueryable<SignatureOrder> asked, string sub)
    {
        var today = LegalClock.DateOf(clock.GetUtcNow().UtcDateTime, current.Value.Zone);
        return asked.Where(o => o.WaitingSince != null && o.SignerSub != sub && !db.Officers.Any(f => f.Sub == o.SignerSub && (f.From == null || f.From <= today) && (f.Until == null || f.Until >= today)));
    }

    private bool MaySign(StaffMember staff, string service, int version, bool hasVerified) =>
        catalog.Find(service, version) is { Definition: var definition } && ApplicationMoves.MayDo(staff, Move.Approve, definition) && !(definition.TwoPerson && hasVerified);
}
