using System.Security.Cryptography.X509Certificates;
using Microsoft.EntityFrameworkCore;
using MppDigital.National.Catalog;
using MppDigital.Platform.Audit;
using MppDigital.Platform.Events;
using MppDigital.Platform.Tenancy;
using MppDigital.Regencies.Applications.Office;
using MppDigital.Regencies.Documents.Pdf;
using MppDigital.Regencies.Figures;
using MppDigital.Regencies.Officers;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Documents.Signing;

/// <summary>A document as it was laid before its signer.</summary>
internal sealed record LaidPaper(Guid Id, SignablePdf Pdf, CadesSignature Cades, SignatureFacts Facts);

/// <summary>Before and after the authority: lays out what is to be signed, and stores what was. Between the two nothing is kept, so whoever dies there begins anew.</summary>
internal sealed class SignedStore(IDbContextFactory<RegencyDbContext> contexts, IServiceCatalog catalog, DocumentIssuer issuer, OutboxSignal signal, CurrentRegency current, TimeProvider clock)
{
    public async Task<List<LaidPaper>> LayAsync(IReadOnlyList<SignatureOrder> orders, IReadOnlyList<X509Certificate2> chain, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var ids = orders.Select(o => o.ApplicationId).Distinct().ToList();
        var applications = await db.Applications.AsNoTracking().Where(a => ids.Contains(a.Id)).ToDictionaryAsync(a => a.Id, ct);
        var at = clock.GetUtcNow().UtcDateTime;
        var papers = new List<LaidPaper>();
        foreach (var order in orders)
        {
            var application = applications[order.ApplicationId];
            var content = issuer.ContentOf(application, catalog.Find(application.Service, application.CatalogVersion)!.Definition, order, at);
            var pdf = SigningPaper.Of(content, order.Signer, current.Value.Name, chain, at);
            var cades = new CadesSignature(pdf.Content, chain);
            papers.Add(new LaidPaper(order.Id, pdf, cades, new SignatureFacts(at, chain[0].SerialNumber, cades.Algorithm)));
        }

        return papers;
    }

    /// <summary>Once, whoever else signed it meanwhile: the order's own version and the index over application and issue let one through.</summary>
    public async Task StoreAsync(LaidPaper paper, byte[] envelope, StaffMember staff, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var order = await db.SignatureOrders.SingleAsync(o => o.Id == paper.Id, ct);
        if (order.WaitingSince is null) return;
        if (order.SignerSub != staff.Sub) order.TakeOver(DocumentDesk.SignatureOf(staff));
        var number = await db.Applications.Where(a => a.Id == order.ApplicationId).Select(a => a.Number).SingleAsync(ct);
        var application = (await ApplicationDesk.LoadAsync(db, number, ct))!;
        order.Sign();
        await issuer.ReceiveSignedAsync(db, application, catalog.Find(application.Service, application.CatalogVersion)!.Definition, order, paper.Pdf.With(envelope), paper.Facts, ct);
        await AuditTrail.AppendAsync(db, number, "document-signed", staff.Sub, "{}", paper.Facts.At, ct);
        await RaiseFigures.ByAsync(db, 0, 0, 0, order.Issue == 1 ? 1 : 0, ct);
        db.Outbox.Add(new OutboxRow(SendFigures.Kind, "{}", paper.Facts.At));
        try
        {
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
        }
        catch (DbUpdateException)
        {
            await transaction.RollbackAsync(ct);
            await using var fresh = await contexts.CreateDbContextAsync(ct);
            // Their own other window was faster; anything else is a fault.
            if (await fresh.SignatureOrders.AnyAsync(o => o.Id == paper.Id && o.WaitingSince != null, ct)) throw;
            return;
        }

        signal.Raise(current.Value.Code);
    }
}
