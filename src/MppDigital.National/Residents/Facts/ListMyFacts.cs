using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using MppDigital.National.Residents.Vault;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;

namespace MppDigital.National.Residents.Facts;

/// <summary>Everything that the vault holds of a person, for that person.</summary>
public sealed record ListMyFacts(string Sub);

/// <param name="Value">As it stands in forms.</param>
/// <param name="Source">The register that said so, or the agency that verified it.</param>
/// <param name="Regency">Code of the regency where it was filed.</param>
/// <param name="Service">For which it was told in the first place.</param>
public sealed record MyFact(string Name, string Label, string LabelEn, JsonElement Value, FactOrigin Origin, string Source, string Regency, string RegencyName, string Application, string Service, DateTime VerifiedAt, DateOnly ValidUntil)
{
    public override string ToString() => Name;
}

internal sealed class ListMyFactsHandler(IDbContextFactory<NationalDbContext> contexts, VaultSecrets vault, ITenantDirectory directory) : IUseCase<ListMyFacts, IReadOnlyList<MyFact>>
{
    private const int Most = 200;

    public async Task<Outcome<IReadOnlyList<MyFact>>> HandleAsync(ListMyFacts input, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var rows = await db.ResidentFacts.AsNoTracking().Where(f => f.Sub == input.Sub).OrderBy(f => f.Name).Take(Most).ToListAsync(ct);
        if (rows.Count == 0) return new List<MyFact>();
        var cipher = await vault.OpenAsync(ct);
        return rows.Select(f => new MyFact(
            f.Name, f.Label, f.LabelEn, VaultSecrets.Open<JsonElement>(cipher, $"fact {f.Name}", f.Value), f.Origin, f.Source, f.RegencyCode,
            directory.Find(RegencyCode.Parse(f.RegencyCode))?.Name ?? f.RegencyCode, f.Application, f.Service, f.VerifiedAt, f.ValidUntil)).ToList();
    }
}
