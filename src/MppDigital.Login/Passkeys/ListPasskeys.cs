using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using MppDigital.Login.MyAccount;
using MppDigital.Platform.UseCases;

namespace MppDigital.Login.Passkeys;

/// <summary>The passkeys of the signed-in person.</summary>
public sealed record ListPasskeys(HttpContext Http);

public sealed record MyPasskeys(IReadOnlyList<MyPasskey> Items);

/// <param name="Id">For renaming and removing.</param>
public sealed record MyPasskey(string Id, string Name, DateTime CreatedAt);

internal sealed class ListPasskeysHandler(Owner owner, IDbContextFactory<LoginDbContext> contexts) : IUseCase<ListPasskeys, MyPasskeys>
{
    public async Task<Outcome<MyPasskeys>> HandleAsync(ListPasskeys input, CancellationToken ct)
    {
        var found = await owner.FindAsync(input.Http, ct);
        if (!found.Succeeded) return found.Problem;
        await using var db = await contexts.CreateDbContextAsync(ct);
        var rows = await db.UserPasskeys.AsNoTracking().Where(p => p.UserId == found.Value.AccountId).OrderBy(p => p.CredentialId).Take(50).ToListAsync(ct);
        return new MyPasskeys([.. rows.OrderBy(p => p.Data.CreatedAt).Select(p => new MyPasskey(WebEncoders.Base64UrlEncode(p.CredentialId), p.Data.Name ?? "", p.Data.CreatedAt.UtcDateTime))]);
    }
}
