using System.Text.Json.Nodes;
using MppDigital.National.Catalog;
using MppDigital.National.Residents.Consents;
using MppDigital.Platform.Files;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Applications.Reuse;

/// <summary>Papers that came from the wallet instead of from the applicant's phone, by requirement.</summary>
internal sealed record TakenPapers(IReadOnlyDictionary<string, UploadedFile> Files)
{
    public static TakenPapers None { get; } = new(new Dictionary<string, UploadedFile>());
}

/// <summary>Brings the agreed papers here at the moment of filing, and not before: until then this regency holds nothing of them.</summary>
internal sealed class TakePapers(IUseCase<ReadGrantedFile, WalletFile> read, FileStore files, RegencySecrets secrets, CurrentRegency current)
{
    public async Task<Outcome<TakenPapers>> ForAsync(Applicant applicant, ServiceDefinition service, GatheredFacts gathered, IReadOnlyDictionary<string, Guid> given, JsonObject answers, DateTime now, CancellationToken ct)
    {
        var wanted = service.Requirements.Where(r => gathered.Reuse.Papers.ContainsKey(r.Code) && !given.ContainsKey(r.Code) && RequirementNeeds.IsAsked(r, service, answers)).ToList();
        if (wanted.Count == 0) return TakenPapers.None;
        var taken = new Dictionary<string, UploadedFile>();
        foreach (var requirement in wanted)
        {
            var paper = await read.HandleAsync(new ReadGrantedFile(applicant.Sub, current.Value.Code, service.Code, gathered.Reuse.Papers[requirement.Code].Document!.Value), ct);
            // Revoked a moment ago: then it is asked for like any other.
            if (!paper.Succeeded) return Problems.Invalid(new Dictionary<string, string[]> { [$"/documents/{requirement.Code}"] = [$"Unggah {requirement.NameId}."] });
            using var content = new MemoryStream(paper.Value.Content);
            var stored = await files.SaveAsync(secrets.Cipher, content, ct);
            if (!stored.Succeeded) return stored.Problem;
            taken[requirement.Code] = new UploadedFile
            {
                Sub = applicant.Sub,
                ContentKey = stored.Value.Name,
                ContentType = stored.Value.Type.MediaType(),
                Size = (int)stored.Value.Length,
                Requirement = requirement.Code,
                UploadedAt = now,
            };
        }

        return new TakenPapers(taken);
    }
}
