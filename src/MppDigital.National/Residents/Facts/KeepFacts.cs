using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using MppDigital.National.Residents.Vault;
using MppDigital.Platform.Persistence;
using MppDigital.Platform.Secrets;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;

namespace MppDigital.National.Residents.Facts;

/// <summary>A regency tells what a person has proven there. Sent at least once: a repeat, and whatever is older than what is held, changes nothing.</summary>
public sealed record KeepFacts(RegencyCode Regency, string Sub, string Nik, string Application, string Service, IReadOnlyList<ProvenFact> Facts)
{
    /// <summary>Without the number: inputs of use cases end up in logs.</summary>
    public override string ToString() => $"{Facts.Count} facts of {Application}";
}

/// <param name="Name">As definitions name it: <c>person.npwp</c>.</param>
/// <param name="Source">The register that said so, or the agency that verified it.</param>
/// <param name="VerifiedAt">UTC.</param>
/// <param name="ValidUntil">Last day of use.</param>
public sealed record ProvenFact(string Name, string Label, string LabelEn, JsonElement Value, FactOrigin Origin, string Source, DateTime VerifiedAt, DateOnly ValidUntil);

internal sealed class KeepFactsHandler(IDbContextFactory<NationalDbContext> contexts, VaultSecrets vault, IDatabaseEngine engine) : IUseCase<KeepFacts, Done>
{
    public async Task<Outcome<Done>> HandleAsync(KeepFacts input, CancellationToken ct)
    {
        var cipher = await vault.OpenAsync(ct);
        var lookup = VaultSecrets.NikLookup(cipher, input.Nik);
        await using var db = await contexts.CreateDbContextAsync(ct);
        for (var again = false; ; again = true)
        {
            var names = input.Facts.Select(f => f.Name).ToList();
            var held = await db.ResidentFacts.Where(f => f.Sub == input.Sub && names.Contains(f.Name)).ToDictionaryAsync(f => f.Name, ct);
            foreach (var fact in input.Facts)
            {
                var value = VaultSecrets.Seal(cipher, $"fact {fact.Name}", fact.Value);
                // What was told under another number was another person's.
                if (held.TryGetValue(fact.Name, out var row) && row.NikLookup != lookup) db.ResidentFacts.Remove(row);
                else if (row is not null)
                {
                    if (row.VerifiedAt < fact.VerifiedAt && !IsToldAgain(cipher, row, fact)) Renew(row, input, fact, value);
                    continue;
                }

                db.ResidentFacts.Add(RowOf(input, fact, lookup, value));
            }

            try
            {
                await db.SaveChangesAsync(ct);
                return default(Done);
            }
            catch (DbUpdateException e) when (!again && engine.IsDuplicate(e))
            {
                // Two files of the same person at once: what the other one stored is looked at again.
                db.ChangeTracker.Clear();
            }
        }
    }

    /// <summary>An office that approves what the vault itself told it has proven nothing new: else a fact would stay young for ever by being used.</summary>
    private static bool IsToldAgain(FieldCipher cipher, ResidentFactRow row, ProvenFact fact) =>
        fact.Origin == FactOrigin.Office && row.ValidUntil >= DateOnly.FromDateTime(fact.VerifiedAt) && VaultSecrets.Open<JsonElement>(cipher, $"fact {row.Name}", row.Value) is var held && JsonElement.DeepEquals(held, fact.Value);

    private static ResidentFactRow RowOf(KeepFacts input, ProvenFact fact, string lookup, byte[] value) => new()
    {
        Sub = input.Sub,
        NikLookup = lookup,
        Name = fact.Name,
        Label = fact.Label,
        LabelEn = fact.LabelEn,
        Value = value,
        Origin = fact.Origin,
        Source = fact.Source,
        RegencyCode = input.Regency.Value,
        Application = input.Application,
        Service = input.Service,
        VerifiedAt = fact.VerifiedAt,
        ValidUntil = fact.ValidUntil,
    };

    private static void Renew(ResidentFactRow row, KeepFacts input, ProvenFact fact, byte[] value)
    {
        (row.Label, row.LabelEn, row.Value, row.Origin, row.Source) = (fact.Label, fact.LabelEn, value, fact.Origin, fact.Source);
        (row.RegencyCode, row.Application, row.Service, row.VerifiedAt, row.ValidUntil) = (input.Regency.Value, input.Application, input.Service, fact.VerifiedAt, fact.ValidUntil);
    }
}
