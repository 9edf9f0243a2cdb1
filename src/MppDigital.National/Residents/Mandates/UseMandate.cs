using Microsoft.EntityFrameworkCore;
using MppDigital.Platform.UseCases;

namespace MppDigital.National.Residents.Mandates;

/// <summary>May this person act for that one, for this service, today? Asked anew each time, so that a revocation holds from the next click.</summary>
public sealed record UseMandate(string Holder, Guid Id, string Service);

/// <summary>Whom somebody acts for.</summary>
/// <param name="Principal">Under which the applications of that person are kept.</param>
/// <param name="Until">Last day.</param>
public sealed record ActingFor(Guid Mandate, string Principal, string Nik, string Name, string Holder, DateOnly Until)
{
    /// <summary>Without personal data: inputs of use cases end up in logs.</summary>
    public override string ToString() => $"acting under {Mandate}";
}

internal sealed class UseMandateHandler(IDbContextFactory<NationalDbContext> contexts, MandateBook book) : IUseCase<UseMandate, ActingFor>
{
    public async Task<Outcome<ActingFor>> HandleAsync(UseMandate input, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.Mandates.AsNoTracking().SingleOrDefaultAsync(m => m.Id == input.Id, ct) is not { } mandate || !mandate.Allows(input.Holder, input.Service, book.Today)) return Problems.NoMandate;
        var names = await book.OpenAsync(mandate, ct);
        return new ActingFor(mandate.Id, mandate.Principal, names.GiverNik, names.Giver, names.Holder, mandate.Until);
    }
}
