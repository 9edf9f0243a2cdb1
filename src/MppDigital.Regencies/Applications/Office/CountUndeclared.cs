using Microsoft.EntityFrameworkCore;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Officers;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Applications.Office;

/// <summary>How many files the head has to ask the office about: a working day went by and nobody declared them complete. Zero for everybody else.</summary>
public sealed record CountUndeclared(StaffMember Staff);

internal sealed class CountUndeclaredHandler(IDbContextFactory<RegencyDbContext> contexts) : IUseCase<CountUndeclared, int>
{
    public async Task<Outcome<int>> HandleAsync(CountUndeclared input, CancellationToken ct)
    {
        if (input.Staff.Seats.All(s => s.Role != OfficerRole.Head)) return 0;
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Applications.CountAsync(a => a.AlarmedAt != null, ct);
    }
}
