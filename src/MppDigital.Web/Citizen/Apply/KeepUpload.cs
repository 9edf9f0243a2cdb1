using MppDigital.Platform.Files;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Applications;
using MppDigital.Web.Components.Text;

namespace MppDigital.Web.Citizen.Apply;

/// <summary>Files that come with a form: kept, described, or refused in words that help.</summary>
internal sealed class KeepUpload(IUseCase<UploadDocument, UploadedDocument> upload, IUseCase<ReadUpload, UploadView> read)
{
    public async Task<Outcome<UploadedDocument>> SaveAsync(string sub, string requirement, IFormFile file, CancellationToken ct)
    {
        await using var content = file.OpenReadStream();
        return await upload.HandleAsync(new UploadDocument(sub, content, requirement), ct);
    }

    public async Task<KeptFile?> DescribeAsync(string sub, Guid id, CancellationToken ct) =>
        await read.HandleAsync(new ReadUpload(sub, id), ct) is { Succeeded: true, Value: var file } ? new KeptFile(file.ContentType, file.Size, file.UploadedAt) : null;

    public static string SizeInWords(long bytes) => bytes >= 1_000_000 ? $"{Figures.Decimals(bytes / 1_000_000m)} MB" : $"{Figures.Whole(Math.Max(1, bytes / 1000))} KB";

    public static string WordsFor(Problem problem, long size) =>
        problem.Kind == ProblemKind.TooLarge || size > FileStore.MostBytes ? ApplyWords.TooLarge(SizeInWords(size)) : Language.Pick(problem.Detail, problem.DetailEn);
}

internal sealed record KeptFile(string ContentType, long Size, DateTime UploadedAt)
{
    public string InWords(Regency regency) =>
        ApplyWords.HaveFile(ContentType == "application/pdf" ? ApplyWords.Document : ApplyWords.Photo, KeepUpload.SizeInWords(Size), Dates.BriefMoment(UploadedAt, regency));
}
