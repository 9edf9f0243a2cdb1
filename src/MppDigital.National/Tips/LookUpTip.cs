using Microsoft.EntityFrameworkCore;
using MppDigital.Platform.Identification;
using MppDigital.Platform.UseCases;

namespace MppDigital.National.Tips;

/// <summary>What became of a report; its sender alone has the secret of 60 random bits.</summary>
public sealed record LookUpTip(string Number, string Secret)
{
    public override string ToString() => "look up tip";
}

/// <param name="State"><c>sealed</c>, <c>asked</c>, <c>opened</c> or <c>closed</c>.</param>
/// <param name="Outcome">What the ministry writes to the sender; empty until it is closed.</param>
public sealed record TipState(string Number, string State, DateTime ReceivedAt, string Outcome);

internal sealed class LookUpTipHandler(IDbContextFactory<NationalDbContext> contexts, TipSecrets secrets) : IUseCase<LookUpTip, TipState>
{
    public async Task<Outcome<TipState>> HandleAsync(LookUpTip input, CancellationToken ct)
    {
        var number = input.Number.Trim().ToUpperInvariant();
        if (Crockford.Normalise(input.Secret) is not { } secret || number.Length > 20) return Problems.WrongSecret;
        var hash = TipSecrets.SecretHash(await secrets.OpenAsync(ct), number, secret);
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Tips.AsNoTracking().SingleOrDefaultAsync(t => t.Number == number && t.SecretHash == hash, ct) is { } tip ? new TipState(tip.Number, TipRow.StateOf(tip), tip.ReceivedAt, tip.Outcome) : Problems.WrongSecret;
    }
}
