using Microsoft.EntityFrameworkCore;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;

namespace MppDigital.National.Voice;

/// <summary>What the ministry told one regency to do about complaints that are still open.</summary>
public sealed record ListInstructions(RegencyCode Regency);

/// <param name="At">When it was written, UTC; a later one about the same complaint replaces it.</param>
/// <param name="By">Last day, of the regency.</param>
public sealed record GivenInstruction(string Number, DateTime At, DateOnly By, string Text);

internal sealed class ListInstructionsHandler(IDbContextFactory<NationalDbContext> contexts) : IUseCase<ListInstructions, IReadOnlyList<GivenInstruction>>
{
    private const int Most = 500;

    public async Task<Outcome<IReadOnlyList<GivenInstruction>>> HandleAsync(ListInstructions input, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.EscalatedComplaints.AsNoTracking().Where(c => c.RegencyCode == input.Regency.Value && c.ClosedAt == null && c.InstructedAt != null && c.InstructedBy != null).OrderBy(c => c.InstructedAt).Take(Most)
            .Select(c => new GivenInstruction(c.Number, c.InstructedAt!.Value, c.InstructedBy!.Value, c.Instruction)).ToListAsync(ct);
    }
}
