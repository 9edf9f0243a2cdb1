using Microsoft.EntityFrameworkCore;
using MppDigital.Login.Accounts;
using MppDigital.Platform.UseCases;

namespace MppDigital.Login.MyAccount;

/// <summary>How people can be reached, for the written notice that the law asks for after a breach (UU 27/2022 article 46). For the operator alone.</summary>
public sealed record ReadContacts(IReadOnlyCollection<string> Subs);

/// <param name="Phone">International form; null where none is known.</param>
public sealed record PersonContact(string Sub, string Name, string? Phone, string? Email)
{
    /// <summary>Without personal data.</summary>
    public override string ToString() => Sub;
}

internal sealed class ReadContactsHandler(IDbContextFactory<LoginDbContext> contexts, AccountSeal seal) : IUseCase<ReadContacts, IReadOnlyList<PersonContact>>
{
    private const int AtATime = 500;

    public async Task<Outcome<IReadOnlyList<PersonContact>>> HandleAsync(ReadContacts input, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var found = new List<PersonContact>();
        foreach (var some in input.Subs.Chunk(AtATime))
        {
            foreach (var account in await db.Accounts.AsNoTracking().Where(a => some.Contains(a.Sub) && a.Standing != AccountStanding.Closed).OrderBy(a => a.Sub).ToListAsync(ct))
            {
                var person = await seal.OpenAsync(account, ct);
                found.Add(new PersonContact(account.Sub, person.Name, person.Phone, person.Email));
            }
        }

        return found;
    }
}
