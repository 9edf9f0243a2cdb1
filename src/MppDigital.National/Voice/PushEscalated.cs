using Microsoft.EntityFrameworkCore;
using MppDigital.Platform.Persistence;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;

namespace MppDigital.National.Voice;

/// <summary>A regency tells the ministry of a complaint that it did not settle. Repeats and late arrivals change nothing.</summary>
/// <param name="Sequence">Grows with each change of the complaint; only a higher one replaces what is held.</param>
/// <param name="Summary">Written by the regency for the ministry, without persons; empty until it has.</param>
public sealed record PushEscalated(RegencyCode Regency, string Number, long Sequence, string Class, string State, DateTime ReceivedAt, DateTime EscalatedAt, DateTime? ClosedAt, string Summary)
{
    public override string ToString() => $"escalated {Number}";
}

/// <summary>Lengths that a regency has to keep to.</summary>
public static class EscalatedLimits
{
    public const int LongestSummary = EscalatedComplaint.LongestSummary;
}

internal sealed class PushEscalatedHandler(IDbContextFactory<NationalDbContext> contexts, IDatabaseEngine engine) : IUseCase<PushEscalated, Done>
{
    public async Task<Outcome<Done>> HandleAsync(PushEscalated input, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await ReplacedAsync(db, input, ct) || await db.EscalatedComplaints.AnyAsync(c => c.Number == input.Number, ct)) return default(Done);
        db.EscalatedComplaints.Add(new EscalatedComplaint
        {
            Number = input.Number,
            RegencyCode = input.Regency.Value,
            Sequence = input.Sequence,
            Class = input.Class,
            State = input.State,
            ReceivedAt = input.ReceivedAt,
            EscalatedAt = input.EscalatedAt,
            ClosedAt = input.ClosedAt,
            Summary = input.Summary,
        });
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException e) when (engine.IsDuplicate(e))
        {
            // Another push of the same complaint was first; the newer of the two stays.
            await ReplacedAsync(db, input, ct);
        }

        return default(Done);
    }

    // Of this regency only: a number that another regency made up replaces nothing.
    private static async Task<bool> ReplacedAsync(NationalDbContext db, PushEscalated input, CancellationToken ct) =>
        await db.EscalatedComplaints.Where(c => c.Number == input.Number && c.RegencyCode == input.Regency.Value && c.Sequence < input.Sequence).ExecuteUpdateAsync(
            row => row.SetProperty(c => c.Sequence, input.Sequence).SetProperty(c => c.Class, input.Class).SetProperty(c => c.State, input.State).SetProperty(c => c.ClosedAt, input.ClosedAt).SetProperty(c => c.Summary, input.Summary),
            ct) > 0;
}
