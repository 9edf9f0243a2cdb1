using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using MppDigital.National.Residents.Looks;
using MppDigital.National.Residents.Vault;
using MppDigital.Platform.Secrets;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;

namespace MppDigital.National.Residents.Consents;

/// <summary>
/// What the vault can answer of a form: with values where the person agreed or the law asks for it, by name only where they have still to be asked.
/// The one door through which a regency reads the vault.
/// </summary>
/// <param name="Facts">Names of what the form needs and nobody else has told.</param>
/// <param name="Duties">Of these the names for which the definition states a duty by law: no consent is asked.</param>
public sealed record ReadReuse(string Sub, string Nik, RegencyCode Regency, string Service, IReadOnlyCollection<string> Facts, IReadOnlySet<string> Duties)
{
    /// <summary>Without the number: inputs of use cases end up in logs.</summary>
    public override string ToString() => $"reuse for {Service} in {Regency}";
}

/// <param name="Consent">In force for this service here; null when there is none.</param>
/// <param name="Open">Held, and not to be read before the person agrees.</param>
/// <param name="Granted">Held, and free to be used now.</param>
public sealed record Reuse(ConsentMark? Consent, IReadOnlyList<ConsentItem> Open, IReadOnlyList<GrantedItem> Granted)
{
    public static Reuse Nothing { get; } = new(null, [], []);
}

public sealed record ConsentMark(Guid Id, string Number, DateTime ValidUntil);

/// <param name="Value">Of a fact; null for a paper.</param>
/// <param name="Number">Printed on a paper that was issued; empty for everything else.</param>
/// <param name="ByLaw">Without consent, for the definition states a duty.</param>
public sealed record GrantedItem(ConsentItem Item, JsonElement? Value, string Number, bool ByLaw);

internal sealed class ReadReuseHandler(IDbContextFactory<NationalDbContext> contexts, VaultSecrets vault, TimeProvider clock) : IUseCase<ReadReuse, Reuse>
{
    public async Task<Outcome<Reuse>> HandleAsync(ReadReuse input, CancellationToken ct)
    {
        if (input.Facts.Count == 0) return Reuse.Nothing;
        var (cipher, now) = (await vault.OpenAsync(ct), clock.GetUtcNow().UtcDateTime);
        await using var db = await contexts.CreateDbContextAsync(ct);
        var held = await Holdings.OfAsync(db, cipher, input.Sub, input.Nik, input.Facts, Holdings.Today(now), ct);
        if (held.Count == 0) return Reuse.Nothing;

        var consent = await ConsentBook.ActiveAsync(db, input.Sub, input.Regency, input.Service, now, ct);
        IReadOnlyList<ConsentItem> agreed = consent is null ? [] : ConsentBook.TermsOf(cipher, consent).Items;
        var granted = held.Where(h => input.Duties.Contains(h.Name) || Covers(agreed, h)).Select(h => Grant(cipher, h, input.Duties.Contains(h.Name))).ToList();
        if (granted.Count > 0) await NoteAsync(db, input, consent, granted, now, ct);
        return new Reuse(consent is null ? null : new ConsentMark(consent.Id, consent.Number, consent.ValidUntil), [.. held.Where(h => granted.All(g => g.Item != h.Item)).Select(h => h.Item)], granted);
    }

    /// <summary>A fact by its name, for a register's newer answer is the same fact; a paper only if it is the one that was shown.</summary>
    private static bool Covers(IReadOnlyList<ConsentItem> agreed, Holding held) => agreed.Any(a => a.Fact == held.Name && a.Document == held.Document?.Id);

    private static GrantedItem Grant(FieldCipher cipher, Holding held, bool byLaw) =>
        new(held.Item, held.Fact is { } fact ? VaultSecrets.Open<JsonElement>(cipher, $"fact {fact.Name}", fact.Value) : null, held.Document?.Number ?? "", byLaw);

    /// <summary>One entry a day and form: each page of the form reads again, and a log of pages would hide the reads that matter.</summary>
    private static async Task NoteAsync(NationalDbContext db, ReadReuse input, ConsentRow? consent, IReadOnlyList<GrantedItem> granted, DateTime now, CancellationToken ct)
    {
        var (code, dayBegan) = (input.Regency.Value, now.Date);
        if (consent is not null ? !consent.ReadOn(DateOnly.FromDateTime(now))
            : await db.Looks.AnyAsync(l => l.Sub == input.Sub && l.At >= dayBegan && l.RegencyCode == code && l.Service == input.Service && l.Purpose == LookPurposes.Prefill, ct)) return;
        db.Looks.Add(new LookRow
        {
            Sub = input.Sub,
            At = now,
            By = LookedBy.System,
            RegencyCode = code,
            Role = "",
            Agency = "",
            Name = [],
            Application = "",
            Service = input.Service,
            Purpose = LookPurposes.Prefill,
            Facts = string.Join(' ', granted.Select(g => g.Item.Fact).Distinct()),
            Receipt = consent?.Number ?? "",
        });
        await db.SaveChangesAsync(ct);
    }
}
