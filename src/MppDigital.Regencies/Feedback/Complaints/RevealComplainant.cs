using Microsoft.EntityFrameworkCore;
using MppDigital.Platform.Audit;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Officers;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Feedback.Complaints;

/// <summary>Who complained, for somebody who has to ask them: a click that is recorded.</summary>
public sealed record RevealComplainant(StaffMember Staff, string Number);

public sealed record ShownComplainant(string Name, string Contact)
{
    public override string ToString() => "complainant";
}

internal sealed class RevealComplainantHandler(IDbContextFactory<RegencyDbContext> contexts, RegencySecrets secrets, TimeProvider clock) : IUseCase<RevealComplainant, ShownComplainant>
{
    public async Task<Outcome<ShownComplainant>> HandleAsync(RevealComplainant input, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await db.Complaints.AsNoTracking().SingleOrDefaultAsync(c => c.Number == input.Number, ct) is not { } complaint || !ComplaintMoves.MaySee(input.Staff, complaint)) return Problems.Unknown;
        if (complaint.Complainant.Length == 0 || !ComplaintMoves.MaySeeWho(input.Staff, complaint)) return Problems.NobodyToShow;
        await AuditTrail.AppendAsync(db, complaint.Number, "complaint-complainant-shown", input.Staff.Sub, "{}", clock.GetUtcNow().UtcDateTime, ct);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        var who = secrets.Open<Complainant>("complainant", complaint.Complainant);
        return new ShownComplainant(who.Name, who.Contact);
    }
}
