using MppDigital.Platform.Files;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Feedback.Complaints;

/// <summary>Keeps evidence like every other file: JPEG, PNG or PDF by content, encrypted. Of photos the device, the place and the time are taken out where nobody may be known.</summary>
internal sealed class EvidenceStore(FileStore files, RegencySecrets secrets)
{
    public async Task<Outcome<ComplaintFile>> SaveAsync(Stream content, bool anonymous, CancellationToken ct)
    {
        using var whole = new MemoryStream();
        var buffer = new byte[64 * 1024];
        // One byte too many is enough to be refused; nothing beyond is read.
        while (whole.Length <= FileStore.MostBytes && await content.ReadAsync(buffer, ct) is > 0 and var read) whole.Write(buffer, 0, read);
        var bytes = whole.ToArray();
        if (anonymous) bytes = PhotoTraces.Remove(bytes);
        using var clean = new MemoryStream(bytes);
        var saved = await files.SaveAsync(secrets.Cipher, clean, ct);
        if (!saved.Succeeded) return saved.Problem with { Errors = new Dictionary<string, string[]> { ["/file"] = [saved.Problem.Detail] } };
        return new ComplaintFile { ContentKey = saved.Value.Name, ContentType = saved.Value.Type.MediaType(), Size = (int)saved.Value.Length };
    }

    public Task<byte[]> ReadAsync(ComplaintFile file, CancellationToken ct) => files.ReadAsync(secrets.Cipher, file.ContentKey, ct);
}
