using Microsoft.EntityFrameworkCore;
using MppDigital.National.Residents.Vault;
using MppDigital.Platform.Identification;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;

namespace MppDigital.National.Residents.Consents;

/// <summary>A person agrees that one regency uses what the vault holds of them, fact by fact, for one service. Agreeing again to the same changes nothing.</summary>
/// <param name="Facts">Names of facts, each of them held now.</param>
public sealed record GiveConsent(string Sub, string Nik, RegencyCode Regency, string Service, string ServiceName, string ServiceNameEn, IReadOnlyList<string> Facts)
{
    /// <summary>Without the number: inputs of use cases end up in logs.</summary>
    public override string ToString() => $"consent for {Service} in {Regency}";
}

internal sealed class GiveConsentHandler(IDbContextFactory<NationalDbContext> contexts, VaultSecrets vault, ConsentBook book, TimeProvider clock) : IUseCase<GiveConsent, ConsentReceipt>
{
    /// <summary>As long as a form is on its way and decided, and no longer.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromDays(90);

    public async Task<Outcome<ConsentReceipt>> HandleAsync(GiveConsent input, CancellationToken ct)
    {
        var (cipher, now) = (await vault.OpenAsync(ct), clock.GetUtcNow().UtcDateTime);
        await using var db = await contexts.CreateDbContextAsync(ct);
        var held = await Holdings.OfAsync(db, cipher, input.Sub, input.Nik, input.Facts, Holdings.Today(now), ct);
        if (input.Facts.Count == 0) return Problems.NotHeld(0, "");
        foreach (var (i, name) in input.Facts.Index())
        {
            if (held.All(h => h.Name != name)) return Problems.NotHeld(i, name);
        }

        var items = held.Select(h => h.Item).ToList();
        if (await ConsentBook.ActiveAsync(db, input.Sub, input.Regency, input.Service, now, ct) is { } before)
        {
            if (ConsentBook.TermsOf(cipher, before).Items.SequenceEqual(items)) return (await book.ReceiptsAsync(db, [before], ct))[0];
            // One receipt is in force at a time, and it says all of it.
            before.Revoke(now);
        }

        var row = new ConsentRow
        {
            Number = $"PSJ-{Crockford.Grouped(Crockford.New(8))}",
            Sub = input.Sub,
            RegencyCode = input.Regency.Value,
            Service = input.Service,
            Terms = VaultSecrets.Seal(cipher, ConsentBook.Purpose, new ConsentTerms(input.ServiceName, input.ServiceNameEn, items)),
            GivenAt = now,
            ValidUntil = now + Life,
        };
        db.Consents.Add(row);
        await db.SaveChangesAsync(ct);
        return (await book.ReceiptsAsync(db, [row], ct))[0];
    }
}
