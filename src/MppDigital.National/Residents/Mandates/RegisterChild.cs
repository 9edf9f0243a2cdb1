using Microsoft.EntityFrameworkCore;
using MppDigital.Platform.Audit;
using MppDigital.Platform.UseCases;

namespace MppDigital.National.Residents.Mandates;

/// <summary>A parent acts for their child. The caller has asked the civil register for the parent's family card and hands over the child that stands on it.</summary>
/// <param name="Child">Null where the card names no such child of this parent.</param>
public sealed record RegisterChild(Resident Parent, ChildOnCard? Child);

/// <summary>A child as the civil register's family card has it, of the parent who was asked about.</summary>
public sealed record ChildOnCard(string Nik, string Name, DateOnly BirthDate)
{
    /// <summary>Without personal data: inputs of use cases end up in logs.</summary>
    public override string ToString() => "child";
}

internal sealed class RegisterChildHandler(IDbContextFactory<NationalDbContext> contexts, MandateBook book) : IUseCase<RegisterChild, MandateView>
{
    public async Task<Outcome<MandateView>> HandleAsync(RegisterChild input, CancellationToken ct)
    {
        var (today, now, parent) = (book.Today, book.Now, input.Parent);
        if (input.Child is not { } child || child.BirthDate > today) return Problems.NotYourChild;
        var until = child.BirthDate.AddYears(MandateRules.GrownUpAt).AddDays(-1);
        if (until < today) return Problems.NotYourChild;
        // Divorce and custody change what a card says: it is asked again every year.
        if (until > today.AddDays(MandateRules.MostDays)) until = today.AddDays(MandateRules.MostDays);

        var principal = await book.PrincipalOfChildAsync(child.Nik, ct);
        await using var db = await contexts.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var mandate = Mandate.ForChild(principal, await book.LookupAsync(parent.Nik, ct), parent.Sub, await book.SealAsync(new MandateNames(child.Nik, child.Name, parent.Nik, parent.Name), ct), until, now);
        await AuditTrail.AppendAsync(db, mandate.Id.ToString("N"), "mandate-by-family-card", parent.Sub, $$"""{"until":"{{until:yyyy-MM-dd}}"}""", now, ct);
        if (await db.Mandates.AsNoTracking().FirstOrDefaultAsync(m => m.Principal == principal && m.HolderSub == parent.Sub && m.State == MandateState.Active && m.Until >= today, ct) is { } known)
            return await book.ViewAsync(db, known, ct);
        db.Mandates.Add(mandate);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return await book.ViewAsync(db, mandate, ct);
    }
}
