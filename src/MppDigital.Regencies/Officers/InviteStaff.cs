using Microsoft.EntityFrameworkCore;
using MppDigital.National.Catalog;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Officers;

/// <summary>An admin offers a role to somebody; it counts once its person has taken it with the code that the login makes.</summary>
public sealed record InviteStaff(StaffMember Admin, SeatTerms Terms);

/// <summary>Where a regency has no admin, whoever runs the deployment invites the first.</summary>
public sealed record InviteFirstAdmin(string Name);

/// <param name="NeedsStrongFactor">The account must have a second factor, and a passkey once it has one: signs or gives roles.</param>
public sealed record InvitationMade(Guid Id, string Name, bool NeedsStrongFactor);

internal sealed class InviteStaffHandler(IDbContextFactory<RegencyDbContext> contexts, IServiceCatalog catalog, StaffBook book) : IUseCase<InviteStaff, InvitationMade>, IUseCase<InviteFirstAdmin, InvitationMade>
{
    private const string Operator = "operator";

    public async Task<Outcome<InvitationMade>> HandleAsync(InviteStaff input, CancellationToken ct)
    {
        if (!input.Admin.Is(OfficerRole.Admin)) return StaffProblems.AdminsOnly;
        var terms = input.Terms with { Name = input.Terms.Name.Trim() };
        var faults = SeatRules.FaultsOf(terms, book.Today, catalog);
        await using var db = await contexts.CreateDbContextAsync(ct);
        var replaced = terms.SubstituteFor is { } seat ? await db.Officers.AsNoTracking().SingleOrDefaultAsync(o => o.Id == seat, ct) : null;
        if (terms.SubstituteFor is not null && (replaced is null || replaced.Role != terms.Role || replaced.Agency != terms.Agency)) faults["/substituteFor"] = [StaffTexts.SubstituteSeat];
        if (faults.Count > 0) return StaffProblems.Invalid(faults);
        return input.Admin.HasFreshFactor ? await AddAsync(db, terms, replaced?.Sub, input.Admin.Sub, ct) : StepUp.Required;
    }

    public async Task<Outcome<InvitationMade>> HandleAsync(InviteFirstAdmin input, CancellationToken ct)
    {
        var terms = new SeatTerms(input.Name.Trim(), OfficerRole.Admin, "");
        if (SeatRules.FaultsOf(terms, book.Today, catalog) is { Count: > 0 } faults) return StaffProblems.Invalid(faults);
        await using var db = await contexts.CreateDbContextAsync(ct);
        var today = book.Today;
        if (await db.Officers.AnyAsync(o => o.Role == OfficerRole.Admin && (o.Until == null || o.Until >= today), ct)) return StaffProblems.HasAdmin;
        return await AddAsync(db, terms, null, Operator, ct);
    }

    private async Task<InvitationMade> AddAsync(RegencyDbContext db, SeatTerms terms, string? substituteFor, string actor, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var invitation = Invitation.Of(terms, substituteFor, book.Now);
        db.Invitations.Add(invitation);
        await book.RecordAsync(db, $"{invitation.Id:N}", "staff-invited", actor, new { terms.Role, terms.Agency, terms.From, terms.Until, substituteFor }, ct);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return new InvitationMade(invitation.Id, terms.Name, terms.Role is OfficerRole.Head or OfficerRole.Admin);
    }
}
