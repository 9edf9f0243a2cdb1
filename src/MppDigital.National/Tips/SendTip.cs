using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using MppDigital.Platform.Audit;
using MppDigital.Platform.Identification;
using MppDigital.Platform.Persistence;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;

namespace MppDigital.National.Tips;

/// <summary>Somebody reports a broker, a bribe or extortion, without name and account. Nothing of it is kept in the regency.</summary>
/// <param name="Key">Made by the form; the same key is the same report.</param>
public sealed record SendTip(RegencyCode Regency, string Key, string What, string Where, string When)
{
    public override string ToString() => "tip";
}

/// <param name="Secret">Shown once; with it the sender sees what became of it.</param>
public sealed record TipReceipt(string Number, string Secret)
{
    public override string ToString() => "tip receipt";
}

/// <summary>What was reported.</summary>
public sealed record TipContent(string What, string Where, string When)
{
    public override string ToString() => "tip";
}

internal sealed class SendTipHandler(IDbContextFactory<NationalDbContext> contexts, TipSecrets secrets, IDatabaseEngine engine, TimeProvider clock) : IUseCase<SendTip, TipReceipt>
{
    private const int LeastWhat = 20;
    private const int LongestWhat = 4000;
    private const int LongestPart = 200;

    public async Task<Outcome<TipReceipt>> HandleAsync(SendTip input, CancellationToken ct)
    {
        var faults = new Dictionary<string, string[]>();
        if (input.What.Trim().Length is < LeastWhat or > LongestWhat || !IsPlain(input.What)) faults["/what"] = [$"Ceritakan siapa meminta apa, dalam {LeastWhat} sampai {LongestWhat} huruf."];
        if (input.Where.Trim().Length > LongestPart || !IsPlain(input.Where)) faults["/where"] = [$"Tulis paling banyak {LongestPart} huruf."];
        if (input.When.Trim().Length > LongestPart || !IsPlain(input.When)) faults["/when"] = [$"Tulis paling banyak {LongestPart} huruf."];
        if (!Guid.TryParseExact(input.Key, "N", out _)) faults["/key"] = ["Buka lagi halaman ini, lalu kirim lagi."];
        if (faults.Count > 0) return Problems.Invalid(faults);

        var cipher = await secrets.OpenAsync(ct);
        var number = $"T-{TipSecrets.CodeOf(cipher, "tip-number", input.Key, 8)}";
        var secret = TipSecrets.CodeOf(cipher, "tip-code", input.Key, 12);
        var now = clock.GetUtcNow().UtcDateTime;
        await using var db = await contexts.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await db.Tips.AnyAsync(t => t.Number == number, ct)) return new TipReceipt(number, secret);
        db.Tips.Add(new Tip
        {
            Number = number,
            SecretHash = TipSecrets.SecretHash(cipher, number, secret),
            RegencyCode = input.Regency.Value,
            Content = cipher.Encrypt(TipSecrets.Content, JsonSerializer.Serialize(new TipContent(input.What.Trim(), input.Where.Trim(), input.When.Trim()))),
            ReceivedAt = now,
        });
        await AuditTrail.AppendAsync(db, number, "tip-received", "somebody", "{}", now, ct);
        try
        {
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
        }
        catch (DbUpdateException e) when (engine.IsDuplicate(e))
        {
            // The same report a moment earlier.
        }

        return new TipReceipt(number, secret);
    }

    internal static bool IsPlain(string text) => UnicodeText.IsPlain(text.Replace('\n', ' ').Replace('\r', ' ').Replace('\t', ' '));
}
