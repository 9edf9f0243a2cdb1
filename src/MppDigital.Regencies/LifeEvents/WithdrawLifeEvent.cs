using Microsoft.EntityFrameworkCore;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Applications;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.LifeEvents;

/// <summary>
/// The citizen takes back everything under one number that nobody has decided. Each application is withdrawn by itself, as each would be decided:
/// one that was decided a moment earlier stays decided.
/// </summary>
public sealed record WithdrawLifeEvent(string Sub, string Number);

internal sealed class WithdrawLifeEventHandler(
    IDbContextFactory<RegencyDbContext> contexts, IUseCase<ReadLifeEventFiling, LifeEventView> read, IUseCase<WithdrawApplication, ApplicationView> withdraw) : IUseCase<WithdrawLifeEvent, LifeEventView>
{
    public async Task<Outcome<LifeEventView>> HandleAsync(WithdrawLifeEvent input, CancellationToken ct)
    {
        List<string> numbers;
        await using (var db = await contexts.CreateDbContextAsync(ct))
        {
            if (await db.LifeEventFilings.AsNoTracking().SingleOrDefaultAsync(f => f.Number == input.Number && f.Sub == input.Sub, ct) is not { } filing) return Problems.UnknownFiling;
            // Last first: whoever waits for another must not be seen waiting for something withdrawn.
            numbers = await db.LifeEventChildren.AsNoTracking().Where(c => c.FilingId == filing.Id).OrderByDescending(c => c.Number).Select(c => c.Number).ToListAsync(ct);
        }

        var withdrawn = 0;
        foreach (var number in numbers)
        {
            var done = await withdraw.HandleAsync(new WithdrawApplication(input.Sub, number), ct);
            if (done.Succeeded) withdrawn++;
            else if (done.Problem.Kind != ProblemKind.Conflict) return done.Problem;
        }

        return withdrawn > 0 ? await read.HandleAsync(new ReadLifeEventFiling(input.Sub, input.Number), ct) : Applications.Problems.IllegalMove;
    }
}
