using Microsoft.EntityFrameworkCore;
using MppDigital.Platform.Identification;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Applications;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Feedback.Complaints;

/// <summary>Follow a complaint with what the receipt says; no account is needed.</summary>
public sealed record LookUpComplaint(string Number, string Secret)
{
    public override string ToString() => $"look up {Number}";
}

internal sealed class LookUpComplaintHandler(ComplaintHolder holder, ComplaintBook book, ComplaintViews views) : IUseCase<LookUpComplaint, ComplaintView>
{
    public async Task<Outcome<ComplaintView>> HandleAsync(LookUpComplaint input, CancellationToken ct)
    {
        var number = await holder.ProveAsync(input.Number, input.Secret, ct);
        return number.Succeeded ? views.Of((await book.ReadAsync(number.Value, ct))!) : number.Problem;
    }
}

/// <summary>Whoever knows number and secret of a complaint. Guesses are counted before the secret is looked at.</summary>
internal sealed class ComplaintHolder(IDbContextFactory<RegencyDbContext> contexts, TrackingGate gate, RegencySecrets secrets, CurrentRegency current)
{
    /// <returns>The number as it is stored.</returns>
    public async Task<Outcome<string>> ProveAsync(string? given, string? secret, CancellationToken ct)
    {
        var number = (given ?? "").Trim().ToUpperInvariant();
        if (!ComplaintNumbers.IsWellFormed(number, current.Value)) return Applications.Problems.WrongSecret;
        await using var db = await contexts.CreateDbContextAsync(ct);
        var hash = secrets.SecretHash(number, Crockford.Normalise(secret ?? "") ?? "");
        return await gate.RefuseAsync(db, number, () => db.Complaints.AsNoTracking().AnyAsync(c => c.Number == number && c.SecretHash == hash, ct), ct) is { } refusal ? refusal : number;
    }
}
