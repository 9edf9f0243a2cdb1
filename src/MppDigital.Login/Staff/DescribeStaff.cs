using Microsoft.EntityFrameworkCore;
using MppDigital.Platform.UseCases;

namespace MppDigital.Login.Staff;

/// <summary>What an access review asks the login about people who work somewhere.</summary>
public sealed record DescribeStaff(IReadOnlyCollection<string> Subs);

/// <param name="ById">By <c>sub</c>.</param>
public sealed record StaffAccounts(IReadOnlyDictionary<string, StaffAccountView> ById);

/// <param name="LastSignedInAt">Null when it was longer ago than sessions are kept, which is about a month.</param>
public sealed record StaffAccountView(string UserName, DateTime? LastSignedInAt, bool HasCodeApp, bool HasPasskey);

internal sealed class DescribeStaffHandler(IDbContextFactory<LoginDbContext> contexts) : IUseCase<DescribeStaff, StaffAccounts>
{
    public async Task<Outcome<StaffAccounts>> HandleAsync(DescribeStaff input, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var found = await db.Accounts.AsNoTracking().Where(a => input.Subs.Contains(a.Sub)).OrderBy(a => a.Id).Take(2000).Select(a => new
        {
            a.Sub,
            View = new StaffAccountView(
                a.UserName!,
                db.Sessions.Where(s => s.AccountId == a.Id && !s.IsPending).Max(s => (DateTime?)s.AuthenticatedAt),
                a.TotpSealed != null,
                db.UserPasskeys.Any(p => p.UserId == a.Id)),
        }).ToListAsync(ct);
        return new StaffAccounts(found.ToDictionary(f => f.Sub, f => f.View));
    }
}
