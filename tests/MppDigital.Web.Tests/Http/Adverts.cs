using System.Text;
using System.Text.Json.Nodes;
using MppDigital.Connectors.Qris;
using MppDigital.Testing;
using MppDigital.Testing.Databases;

namespace MppDigital.Web.Tests.Http;

/// <summary>Permits for advertisements, which cost something, and the provider that is paid for them.</summary>
internal static class Adverts
{
    public const long FeeIdr = 18_150_400;

    public static async Task<string> FileAsync(MppClient citizen, string host)
    {
        var answers = SampleAnswers.Asked(SeedData.Service("DPM-RKL-01"), DateOnly.FromDateTime(DateTime.UtcNow.AddHours(7)));
        answers["npwpd"] = "P.2.0001234.05.001";
        var file = (await citizen.UploadAsync(host, SampleFiles.Png())).Expect(201).TextOf("id");
        var given = ((string[])["gambar", "lokasi", "npwpd"]).Select(r => (JsonNode)new JsonObject { ["requirement"] = r, ["document"] = file });
        return (await citizen.PostAsync(host, "/api/v1/applications", new JsonObject { ["service"] = "DPM-RKL-01", ["data"] = answers, ["documents"] = new JsonArray([.. given]) }, MppClient.NewKey())).Expect(201).TextOf("number")!;
    }

    /// <summary>Filed and paid.</summary>
    public static async Task<string> PayAsync(RunningProgram program, MppClient citizen, string host)
    {
        var number = await FileAsync(citizen, host);
        var begun = (await citizen.PostAsync(host, $"/api/v1/applications/{number}/payment", null)).Expect(200);
        var body = Body(begun.TextOf("reference")!, begun.TextOf("providerReference")!, FeeIdr);
        (await SendAsync(program, host, body, Sign(program, body, host))).Expect(200);
        return number;
    }

    public static string Body(string reference, string provider, long amount) =>
        $$"""{"reference":"{{reference}}","providerReference":"{{provider}}","status":"paid","amount":{{amount}},"at":"{{DateTimeOffset.UtcNow:O}}"}""";

    public static string Sign(RunningProgram program, string body, string slug) => QrisSignature.Of(program.People.PaymentCallbackSecrets[slug], Encoding.UTF8.GetBytes(body), DateTimeOffset.UtcNow);

    public static async Task<Answer> SendAsync(RunningProgram program, string host, string body, string? signature)
    {
        using var provider = program.Stranger();
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        if (signature is not null) content.Headers.Add(QrisSignature.Header, signature);
        return await provider.SendAsync(host, HttpMethod.Post, "/api/v1/payments/callback/qris", new Call { Content = content, WithoutCsrf = true });
    }
}
