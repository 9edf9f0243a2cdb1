using Microsoft.AspNetCore.Http.Features;
using MppDigital.Platform.Files;
using MppDigital.Platform.UseCases;

namespace MppDigital.Web.Api;

internal sealed record UploadForm(IFormFile File, string Requirement)
{
    /// <summary>A multipart form with one part named <c>file</c>; too much is refused before it is read to its end.</summary>
    public static async Task<Outcome<UploadForm>> ReadAsync(HttpContext context, long mostBytes)
    {
        if (!context.Request.HasFormContentType || !context.Request.ContentType!.StartsWith("multipart/form-data", StringComparison.OrdinalIgnoreCase))
            return new Problem(ProblemKind.WrongType, "multipart-expected", "Kirim berkas sebagai multipart/form-data dengan bagian file.") { DetailEn = "Send the file as multipart/form-data with a part named file." };
        if (context.Request.ContentLength > mostBytes) return TooLarge;
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size) size.MaxRequestBodySize = mostBytes;
        context.Features.Set<IFormFeature>(new FormFeature(context.Request, new FormOptions { MultipartBodyLengthLimit = mostBytes, ValueCountLimit = 8, ValueLengthLimit = 1024, MultipartHeadersLengthLimit = 4096 }));
        try
        {
            var form = await context.Request.ReadFormAsync(context.RequestAborted);
            return form.Files is [{ Name: "file" } file]
                ? new UploadForm(file, form["requirement"].ToString())
                : RequestParts.Wrong("/file", "Kirim satu berkas dalam bagian bernama file.");
        }
        catch (BadHttpRequestException e) when (e.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return TooLarge;
        }
        catch (Exception e) when (e is InvalidDataException or BadHttpRequestException or IOException)
        {
            return RequestParts.Wrong("/file", $"Berkas tidak utuh atau terlalu besar. Kirim satu berkas sampai {FileStore.MostBytes / 1024 / 1024} MB.");
        }
    }

    private static Problem TooLarge => new(ProblemKind.TooLarge, "file-too-large", $"Berkas lebih dari {FileStore.MostBytes / 1024 / 1024} MB. Perkecil, lalu unggah lagi.") { DetailEn = "The file is too large. Make it smaller and upload it again." };
}
