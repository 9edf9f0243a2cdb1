using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using MppDigital.National.Catalog;
using MppDigital.Platform.Audit;
using MppDigital.Platform.Events;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Applications;
using MppDigital.Regencies.Applications.Office;
using MppDigital.Regencies.Documents.Registers;
using MppDigital.Regencies.Documents.Signing;
using MppDigital.Regencies.Officers;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Documents;

/// <summary>A document with what it was issued for.</summary>
/// <param name="Order">The replacement that a register was asked for and has not made yet; null when none is.</param>
/// <param name="Unsigned">The replacement that waits for its signer; null when none does.</param>
internal sealed record DocumentFile(IssuedDocument Document, Application Application, ServiceDefinition Service, ProductOrder? Order, SignatureOrder? Unsigned);

/// <param name="Status"><c>valid</c>, <c>revoked</c>, <c>annulled</c> (what the law had granted) or <c>replaced</c>.</param>
/// <param name="Reason">Why it was revoked or annulled; empty while it is valid.</param>
public sealed record DocumentLife(string Number, int Issue, string Status, DateTimeOffset IssuedAt, DateOnly? ValidUntil, DateTimeOffset? EndedAt, string Reason, long Version)
{
    /// <summary>Nobody decided in time, so the law granted it; it can be annulled, not revoked.</summary>
    public required bool Deemed { get; init; }

    /// <summary><c>authority</c>, <c>procedure</c> or <c>substance</c>; null unless annulled.</summary>
    public required string? Ground { get; init; }

    /// <summary>A register makes its replacement, or a signer has it; this one holds until then.</summary>
    public bool BeingReplaced { get; init; }
}

/// <summary>What revoking and replacing have in common: the right person, the version they saw, a reason, a fresh factor, one save.</summary>
internal sealed class DocumentDesk(IDbContextFactory<RegencyDbContext> contexts, IServiceCatalog catalog, RegencySecrets secrets, OutboxSignal signal, CurrentRegency current, TimeProvider clock)
{
    /// <param name="whileOrdered">May be done while a register makes the replacement.</param>
    public async Task<Outcome<DocumentLife>> ChangeAsync(
        DeskRequest request, string reason, Func<IssuedDocument, Problem?> check, Func<IssuedDocument, string> what, Func<RegencyDbContext, DocumentFile, DateTime, CancellationToken, Task> change, CancellationToken ct, bool whileOrdered = false)
    {
        if (Reasons.Check(reason) is { } wrong) return wrong;
        await using var db = await contexts.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await ApplicationDesk.LoadAsync(db, request.Number, ct) is not { } application) return Applications.Problems.UnknownApplication;
        var service = catalog.Find(application.Service, application.CatalogVersion)!.Definition;
        // Who may sign it may take it back.
        if (!ApplicationMoves.MayDo(request.Staff, Move.Approve, service)) return Applications.Problems.WrongRole;
        if (await db.IssuedDocuments.Where(d => d.ApplicationId == application.Id).OrderByDescending(d => d.Issue).FirstOrDefaultAsync(ct) is not { } document) return Applications.Problems.UnknownDocument;
        if (request.Version is null) return Applications.Problems.VersionNeeded;
        if (request.Version != document.Seen) return Applications.Problems.Stale(LifeOf(document));
        if (!document.IsInForce) return Applications.Problems.IllegalMove;
        if (check(document) is { } fault) return fault;
        var order = await db.ProductOrders.SingleOrDefaultAsync(o => o.ApplicationId == application.Id && o.Issue == document.Issue + 1 && o.WaitingSince != null, ct);
        var unsigned = await db.SignatureOrders.SingleOrDefaultAsync(o => o.ApplicationId == application.Id && o.Issue == document.Issue + 1 && o.WaitingSince != null, ct);
        if ((order is not null || unsigned is not null) && !whileOrdered) return Applications.Problems.RegisterAtWork;
        if (!request.Staff.HasFreshFactor) return StepUp.Required;

        var now = clock.GetUtcNow().UtcDateTime;
        await change(db, new DocumentFile(document, application, service, order, unsigned), now, ct);
        await AuditTrail.AppendAsync(db, application.Number, what(document), request.Staff.Sub, "{}", now, ct);
        if (document.RevokedAt is not null) db.Outbox.Add(new OutboxRow(RevokeAtRegister.Kind, JsonSerializer.Serialize(new RegisterDocument.Payload(document.Id)), now));
        try
        {
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
        }
        catch (DbUpdateException)
        {
            // Two heads at once: the version or the issue's index refused the second.
            await transaction.RollbackAsync(ct);
            await using var fresh = await contexts.CreateDbContextAsync(ct);
            return Applications.Problems.Stale(LifeOf(await fresh.IssuedDocuments.AsNoTracking().Where(d => d.ApplicationId == application.Id).OrderByDescending(d => d.Issue).FirstAsync(ct)));
        }

        signal.Raise(current.Value.Code);
        return (await AllAsync(db, application.Id, ct))[0];
    }

    /// <summary>Every issue, the newest first.</summary>
    public async Task<IReadOnlyList<DocumentLife>> AllAsync(RegencyDbContext db, Guid application, CancellationToken ct)
    {
        var issues = await db.IssuedDocuments.AsNoTracking().Where(d => d.ApplicationId == application).OrderByDescending(d => d.Issue).Take(50).ToListAsync(ct);
        var ordered = await db.ProductOrders.AnyAsync(o => o.ApplicationId == application && o.Issue > 1 && o.WaitingSince != null, ct)
            || await db.SignatureOrders.AnyAsync(o => o.ApplicationId == application && o.Issue > 1 && o.WaitingSince != null, ct);
        return [.. issues.Index().Select(d => LifeOf(d.Item) with { BeingReplaced = ordered && d.Index == 0 })];
    }

    public DocumentLife LifeOf(IssuedDocument document) => new(
        document.Number, document.Issue, StatusOf(document), current.Value.At(document.IssuedAt), document.ValidUntil,
        current.Value.At(document.RevokedAt ?? document.ReplacedAt), secrets.OpenReason(document.RevocationReason), document.Seen)
    {
        Deemed = document.Deemed,
        Ground = document.AnnulledFor is { } ground ? JsonNamingPolicy.CamelCase.ConvertName(ground.ToString()) : null,
    };

    private static string StatusOf(IssuedDocument document) => document switch
    {
        { RevokedAt: not null, Deemed: true } => "annulled",
        { RevokedAt: not null } => "revoked",
        { ReplacedAt: not null } => "replaced",
        _ => "valid",
    };

    public static Signature SignatureOf(StaffMember staff) => new(staff.Name, staff.Seats.FirstOrDefault(s => s.Role == OfficerRole.Head)?.Agency ?? "", staff.Sub);
}
