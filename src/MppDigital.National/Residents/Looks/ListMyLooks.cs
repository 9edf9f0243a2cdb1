using System.Globalization;
using Microsoft.EntityFrameworkCore;
using MppDigital.National.Residents.Vault;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;

namespace MppDigital.National.Residents.Looks;

/// <summary>Who looked at my data: the newest first.</summary>
/// <param name="After">From <see cref="MyLooks.Next"/> of the page before; null for the first.</param>
public sealed record ListMyLooks(string Sub, int Limit, string? After);

public sealed record MyLooks(IReadOnlyList<MyLook> Items, string? Next);

/// <param name="By">An officer by role, agency and name, or the system of the regency.</param>
/// <param name="Role">Empty for a system; else <c>officer</c>, <c>head</c>, <c>clerk</c> or <c>admin</c>.</param>
/// <param name="Application">Empty where none was filed yet.</param>
/// <param name="Purpose">One of <see cref="LookPurposes"/>.</param>
/// <param name="Facts">Names of what was read.</param>
/// <param name="Receipt">Number of the consent under which the vault was read; empty for everything else.</param>
public sealed record MyLook(
    Guid Id, DateTime At, LookedBy By, string Regency, string RegencyName, string Role, string Agency, string Name, string Application, string Service, string Purpose, IReadOnlyList<string> Facts, string Receipt);

internal sealed class ListMyLooksHandler(IDbContextFactory<NationalDbContext> contexts, VaultSecrets vault, ITenantDirectory directory) : IUseCase<ListMyLooks, MyLooks>
{
    public async Task<Outcome<MyLooks>> HandleAsync(ListMyLooks input, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var looks = db.Looks.AsNoTracking().Where(l => l.Sub == input.Sub);
        if (input.After is { Length: > 0 } after)
        {
            if (after.Split('_') is not [var ticks, var last] || !long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var at) || at > DateTime.MaxValue.Ticks || !Guid.TryParseExact(last, "N", out var id)) return new MyLooks([], null);
            var before = new DateTime(at, DateTimeKind.Utc);
            looks = looks.Where(l => l.At < before || (l.At == before && l.Id.CompareTo(id) < 0));
        }

        var rows = await looks.OrderByDescending(l => l.At).ThenByDescending(l => l.Id).Take(input.Limit + 1).ToListAsync(ct);
        if (rows.Count == 0) return new MyLooks([], null);
        var cipher = await vault.OpenAsync(ct);
        var items = rows.Take(input.Limit).Select(l => new MyLook(
            l.Id, l.At, l.By, l.RegencyCode, directory.Find(RegencyCode.Parse(l.RegencyCode))?.Name ?? l.RegencyCode, l.Role, l.Agency, l.Name.Length == 0 ? "" : cipher.Decrypt(RecordLooksHandler.NamePurpose, l.Name),
            l.Application, l.Service, l.Purpose, l.Facts.Split(' ', StringSplitOptions.RemoveEmptyEntries), l.Receipt)).ToList();
        return new MyLooks(items, rows.Count > input.Limit ? string.Create(CultureInfo.InvariantCulture, $"{items[^1].At.Ticks}_{items[^1].Id:N}") : null);
    }
}
