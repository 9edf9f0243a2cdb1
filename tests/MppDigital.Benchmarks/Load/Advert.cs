using System.Text;
using System.Text.Json.Nodes;
using MppDigital.Testing;
using MppDigital.Testing.Databases;

namespace MppDigital.Benchmarks.Load;

/// <summary>An application that costs something: a sign beside the road.</summary>
internal static class Advert
{
    private const string Service = "DPM-RKL-01";

    /// <returns>Its number.</returns>
    public static async Task<string> FileAsync(HttpClient client, string origin, string token)
    {
        var paper = (await Api.PostAsync(client, token, $"{origin}/api/v1/documents", new MultipartFormDataContent { { new ByteArrayContent(SampleFiles.Png()), "file", "foto.png" } })).GetProperty("id").GetString()!;
        var answers = SampleAnswers.Asked(SeedData.Service(Service), DateOnly.FromDateTime(DateTime.UtcNow.AddHours(7)));
        answers["npwpd"] = "P.2.0001234.05.001";
        var given = ((string[])["gambar", "lokasi", "npwpd"]).Select(r => (JsonNode)new JsonObject { ["requirement"] = r, ["document"] = paper });
        var form = new JsonObject { ["service"] = Service, ["data"] = answers, ["documents"] = new JsonArray([.. given]) };
        return (await Api.PostAsync(client, token, $"{origin}/api/v1/applications", new StringContent(form.ToJsonString(), Encoding.UTF8, "application/json"))).GetProperty("number").GetString()!;
    }
}
