using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Officers;

namespace MppDigital.Regencies.Feedback.Complaints;

/// <summary>A file of a complaint, for staff who may see the complaint.</summary>
public sealed record ReadEvidence(StaffMember Staff, string Number, Guid File);

public sealed record EvidenceContent(byte[] Content, string ContentType);

internal sealed class ReadEvidenceHandler(ComplaintBook book, EvidenceStore store) : IUseCase<ReadEvidence, EvidenceContent>
{
    public async Task<Outcome<EvidenceContent>> HandleAsync(ReadEvidence input, CancellationToken ct)
    {
        if (await book.ReadAsync(input.Number, ct) is not { } complaint || !ComplaintMoves.MaySee(input.Staff, complaint)) return Problems.Unknown;
        return complaint.Files.FirstOrDefault(f => f.Id == input.File) is { } file ? new EvidenceContent(await store.ReadAsync(file, ct), file.ContentType) : Problems.UnknownFile;
    }
}
