using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using MppDigital.Platform.Audit;
using MppDigital.Platform.UseCases;

namespace MppDigital.National.Residents.Requests;

/// <summary>The packed copy of one person's data for the operator, who answers a request that came on paper. Recorded.</summary>
/// <param name="Reason">Why; into the audit, so without personal data.</param>
public sealed record ExportPerson(string Sub, string Reason);

/// <param name="Regencies">In how many of them something lies.</param>
public sealed record ExportedPerson(byte[] Content, int Regencies, int Papers)
{
    /// <summary>Without personal data.</summary>
    public override string ToString() => $"{Regencies} regencies";
}

internal sealed class ExportPersonHandler(IDbContextFactory<NationalDbContext> contexts, IUseCase<GatherPersonalData, PersonalCopy> gather, TimeProvider clock) : IUseCase<ExportPerson, ExportedPerson>
{
    private static readonly Problem Nobody = new(ProblemKind.NotFound, "unknown-person", "Tidak ada data dengan sub itu. Sub tertulis di jejak audit permohonan orang itu.") { DetailEn = "Nothing is held under that sub. It stands in the audit of that person's applications." };

    public async Task<Outcome<ExportedPerson>> HandleAsync(ExportPerson input, CancellationToken ct)
    {
        var copy = (await gather.HandleAsync(new GatherPersonalData(input.Sub), ct)).Value ?? throw new InvalidOperationException("Nothing could be gathered.");
        var regencies = copy.Data["regencies"]?.AsObject().Count ?? 0;
        if (regencies == 0 && copy.Data.Count == 1) return Nobody;
        var now = clock.GetUtcNow().UtcDateTime;
        await using var db = await contexts.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await AuditTrail.AppendAsync(db, input.Sub, "data-copy-by-operator", "operator", JsonSerializer.Serialize(new { reason = input.Reason }), now, ct);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return new ExportedPerson(CopyPacking.Pack(copy, now), regencies, copy.Files.All.Count);
    }
}
