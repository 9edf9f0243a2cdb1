using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using MppDigital.Login.Accounts;
using MppDigital.Platform.PersonalData;

namespace MppDigital.Login.MyAccount;

/// <summary>The account in the copy of a person's data: who they are to the login, from where they signed in, what happened. Secrets and keys are not data about a person and stay here.</summary>
internal sealed class AccountHeld(IDbContextFactory<LoginDbContext> contexts, AccountSeal seal) : IPersonalData
{
    private const int Most = 500;

    public string Part => "account";

    public async Task<JsonNode?> GatherAsync(string sub, CopyFiles files, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.Accounts.AsNoTracking().SingleOrDefaultAsync(a => a.Sub == sub, ct) is not { } account) return null;
        var person = await seal.OpenAsync(account, ct);
        var sessions = await db.Sessions.AsNoTracking().Where(s => s.AccountId == account.Id).OrderByDescending(s => s.AuthenticatedAt).Take(Most).Select(s => new { s.Device, s.AuthenticatedAt }).ToListAsync(ct);
        var history = await db.AccountEvents.AsNoTracking().Where(e => e.AccountId == account.Id).OrderByDescending(e => e.At).Take(Most).Select(e => new { e.Kind, e.At }).ToListAsync(ct);
        return new JsonObject
        {
            ["name"] = person.Name,
            ["nik"] = person.Nik,
            ["birthDate"] = person.BirthDate?.ToString("O", null),
            ["phone"] = person.Phone,
            ["email"] = person.Email,
            ["createdAt"] = account.CreatedAt,
            ["secondFactor"] = account.TotpSealed is not null,
            ["sessions"] = new JsonArray([.. sessions.Select(s => (JsonNode)new JsonObject { ["device"] = s.Device, ["at"] = s.AuthenticatedAt })]),
            ["history"] = new JsonArray([.. history.Select(e => (JsonNode)new JsonObject { ["kind"] = e.Kind, ["at"] = e.At })]),
        };
    }

    /// <summary>The account is closed by its owner, with the password, on the login host; erasing the data of services does not lock anybody out.</summary>
    public Task<Erasure> EraseAsync(string sub, CancellationToken ct) => Task.FromResult(Erasure.Nothing);
}
