using Microsoft.EntityFrameworkCore;
using MppDigital.National.Residents.Vault;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;

namespace MppDigital.National.Residents.Looks;

/// <summary>A regency sends what its staff and its system have read, many at a time. Sent at least once; a repeat changes nothing.</summary>
public sealed record RecordLooks(RegencyCode Regency, IReadOnlyList<SentLook> Looks);

/// <param name="Id">Of the regency's own row.</param>
/// <param name="Name">Of the officer; empty for a system.</param>
/// <param name="Facts">Names of what was read, separated by blanks.</param>
public sealed record SentLook(Guid Id, string Sub, DateTime At, LookedBy By, string Role, string Agency, string Name, string Application, string Service, string Purpose, string Facts)
{
    public override string ToString() => $"look {Id}";
}

internal sealed class RecordLooksHandler(IDbContextFactory<NationalDbContext> contexts, VaultSecrets vault) : IUseCase<RecordLooks, Done>
{
    internal const string NamePurpose = "officer-name";

    public async Task<Outcome<Done>> HandleAsync(RecordLooks input, CancellationToken ct)
    {
        var cipher = await vault.OpenAsync(ct);
        var ids = input.Looks.Select(l => l.Id).ToList();
        await using var db = await contexts.CreateDbContextAsync(ct);
        var known = (await db.Looks.Where(l => ids.Contains(l.Id)).Select(l => l.Id).ToListAsync(ct)).ToHashSet();
        db.Looks.AddRange(input.Looks.Where(l => !known.Contains(l.Id)).Select(l => new LookRow
        {
            Id = l.Id,
            Sub = l.Sub,
            At = l.At,
            By = l.By,
            RegencyCode = input.Regency.Value,
            Role = l.Role,
            Agency = l.Agency,
            Name = l.Name.Length == 0 ? [] : cipher.Encrypt(NamePurpose, l.Name),
            Application = l.Application,
            Service = l.Service,
            Purpose = l.Purpose,
            Facts = l.Facts,
        }));
        await db.SaveChangesAsync(ct);
        return default(Done);
    }
}
