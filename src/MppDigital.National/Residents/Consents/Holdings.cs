using Microsoft.EntityFrameworkCore;
using MppDigital.National.Residents.Facts;
using MppDigital.National.Residents.Vault;
using MppDigital.National.Residents.Wallet;
using MppDigital.National.Verification;
using MppDigital.Platform.Secrets;

namespace MppDigital.National.Residents.Consents;

/// <summary>One thing that the vault holds and that may be used today: a fact or a paper.</summary>
internal sealed record Holding(ResidentFactRow? Fact, WalletDocumentRow? Document)
{
    public string Name => Fact?.Name ?? Document!.Fact;

    public ConsentItem Item => Fact is { } fact
        ? new ConsentItem(fact.Name, fact.Label, fact.LabelEn, null, fact.Origin, fact.Source, fact.RegencyCode, fact.VerifiedAt, fact.ValidUntil)
        : new ConsentItem(Document!.Fact, Document.Title, Document.TitleEn, Document.Id, FactOrigin.Office, Document.Agency, Document.RegencyCode, Document.VerifiedAt, Document.ValidUntil);
}

internal static class Holdings
{
    private const int Most = 500;

    // Each page of a form asks these two, so they are translated once. Names are compared here: a list in the statement would have it written anew each time, and nobody holds many.
    private static readonly Func<NationalDbContext, string, string, DateOnly, IAsyncEnumerable<ResidentFactRow>> Facts = EF.CompileAsyncQuery(
        (NationalDbContext db, string sub, string lookup, DateOnly today) => db.ResidentFacts.AsNoTracking()
            .Where(f => f.Sub == sub && f.NikLookup == lookup && f.ValidUntil >= today)
            .OrderBy(f => f.Name).Take(Most));

    private static readonly Func<NationalDbContext, string, string, DateOnly, IAsyncEnumerable<WalletDocumentRow>> Papers = EF.CompileAsyncQuery(
        (NationalDbContext db, string sub, string lookup, DateOnly today) => db.WalletDocuments.AsNoTracking()
            .Where(d => d.Sub == sub && d.NikLookup == lookup && (d.ValidUntil == null || d.ValidUntil >= today))
            .Where(d => d.Origin == WalletOrigin.Uploaded || db.IssuedDocuments.Any(i => i.Code4 == d.RegencyCode.Replace(".", "") && i.DocumentNumber == d.Number && i.Status == DocumentStatus.Valid))
            .OrderByDescending(d => d.VerifiedAt).ThenBy(d => d.Id).Take(Most));

    /// <summary>Of this very person, with this very number, by names of facts. Of papers that somebody brought the newest; of issued ones all that the register calls valid.</summary>
    public static async Task<IReadOnlyList<Holding>> OfAsync(NationalDbContext db, FieldCipher cipher, string sub, string nik, IReadOnlyCollection<string> names, DateOnly today, CancellationToken ct)
    {
        var lookup = VaultSecrets.NikLookup(cipher, nik);
        var facts = await Facts(db, sub, lookup, today).Where(f => names.Contains(f.Name)).ToListAsync(ct);
        var documents = await Papers(db, sub, lookup, today).Where(d => names.Contains(d.Fact)).ToListAsync(ct);
        var newest = documents.Where(d => d.Origin == WalletOrigin.Issued || d == documents.First(o => o.Fact == d.Fact && o.Origin == WalletOrigin.Uploaded));
        return [.. facts.Select(f => new Holding(f, null)), .. newest.Select(d => new Holding(null, d))];
    }

    /// <summary>Jakarta's date, where the nation's day ends.</summary>
    public static DateOnly Today(DateTime now) => DateOnly.FromDateTime(now.AddHours(7));
}
