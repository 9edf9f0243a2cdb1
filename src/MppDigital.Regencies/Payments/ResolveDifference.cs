using Microsoft.EntityFrameworkCore;
using MppDigital.Platform.Audit;
using MppDigital.Platform.Identification;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Officers;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Payments;

/// <summary>A named person has looked at a difference with the provider and says what came of it. Nothing is booked by this.</summary>
public sealed record ResolveDifference(StaffMember Staff, Guid Difference, string Note);

internal sealed class ResolveDifferenceHandler(IDbContextFactory<RegencyDbContext> contexts, RegencySecrets secrets, TimeProvider clock) : IUseCase<ResolveDifference, Done>
{
    public async Task<Outcome<Done>> HandleAsync(ResolveDifference input, CancellationToken ct)
    {
        if (!input.Staff.Is(OfficerRole.Admin)) return Problems.WrongRole;
        var note = input.Note.Trim();
        if (note.Length is < 10 or > 500 || !UnicodeText.IsPlain(note)) return Problems.Reason("/note");
        await using var db = await contexts.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await db.PaymentDifferences.SingleOrDefaultAsync(d => d.Id == input.Difference && d.ResolvedAt == null, ct) is not { } difference) return Problems.UnknownDifference;
        if (!input.Staff.HasFreshFactor) return StepUp.Required;
        var now = clock.GetUtcNow().UtcDateTime;
        difference.Resolve(input.Staff.Sub, secrets.SealReason(note), now);
        await AuditTrail.AppendAsync(db, "payments", "payment-difference-settled", input.Staff.Sub, $"{{\"kind\":\"{difference.Kind}\"}}", now, ct);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return default(Done);
    }
}
