using System.Text.Json.Nodes;
using MppDigital.Testing;
using MppDigital.Testing.Databases;

namespace MppDigital.Web.Tests.Http;

/// <summary>Applications for the licence of a nurse, filed over HTTP as any citizen's program would.</summary>
internal static class Filings
{
    public const string Service = "DPM-SIP-04";

    /// <summary>What the registers cannot know.</summary>
    public static JsonObject Answers()
    {
        var answers = SampleAnswers.Asked(SeedData.Service(Service), DateOnly.FromDateTime(DateTime.UtcNow.AddHours(7)));
        answers["fasilitas"] = "Klinik Pratama Cempaka";
        return answers;
    }

    public static async Task<JsonObject> BodyAsync(MppClient citizen, string host)
    {
        var photo = (await citizen.UploadAsync(host, SampleFiles.Png())).Expect(201);
        return new JsonObject
        {
            ["service"] = Service,
            ["onBehalfOf"] = null,
            ["data"] = Answers(),
            ["documents"] = new JsonArray(new JsonObject { ["requirement"] = "foto", ["document"] = photo.TextOf("id") }),
        };
    }

    public static async Task<Filed> SubmitAsync(MppClient citizen, string host)
    {
        var receipt = (await citizen.PostAsync(host, "/api/v1/applications", await BodyAsync(citizen, host), MppClient.NewKey())).Expect(201);
        return new Filed(receipt.TextOf("number")!, receipt.TextOf("secret")!);
    }

    /// <summary>A birth, as the common form of its services asks for it.</summary>
    public static async Task<JsonObject> BirthAsync(MppClient citizen, string host)
    {
        var answers = SampleAnswers.Asked(SeedData.Service("DKC-AKL-01"), DateOnly.FromDateTime(DateTime.UtcNow.AddHours(7)));
        answers["perlu_kia"] = true;
        var paper = (await citizen.UploadAsync(host, SampleFiles.Png())).Expect(201).TextOf("id");
        return new JsonObject
        {
            ["data"] = answers,
            ["documents"] = new JsonArray(new JsonObject { ["requirement"] = "skl", ["document"] = paper }, new JsonObject { ["requirement"] = "nikah", ["document"] = paper }),
        };
    }

    public static async Task<Filed> TogetherAsync(MppClient citizen, string host)
    {
        var receipt = (await citizen.PostAsync(host, "/api/v1/life-events/birth/applications", await BirthAsync(citizen, host), MppClient.NewKey())).Expect(201);
        return new Filed(receipt.TextOf("number")!, receipt.TextOf("secret")!);
    }

    /// <summary>One step of the officer, with the version that the officer sees.</summary>
    public static async Task<Answer> MoveAsync(MppClient officer, string host, string number, string move, JsonObject? body = null)
    {
        var seen = (await officer.GetAsync(host, $"/api/v1/officer/applications/{number}")).Expect(200);
        return await officer.PostAsync(host, $"/api/v1/officer/applications/{number}/{move}", body, ifMatch: seen.ETag);
    }
}

internal sealed record Filed(string Number, string Secret)
{
    public string Path => $"/api/v1/applications/{Number}";

    public string DeskPath => $"/api/v1/officer/applications/{Number}";
}
