using System.Text.Json.Serialization;

namespace MppDigital.Connectors.Simulation;

/// <summary>How a simulator behaves, as <c>PUT /simulator/fault</c> sets it.</summary>
public enum SimulatorFault
{
    [JsonStringEnumMemberName("answer")]
    Answer,

    /// <summary>Takes the question and stays silent until the caller gives up.</summary>
    [JsonStringEnumMemberName("no-answer")]
    NoAnswer,

    /// <summary>Answers, after 2.5 s.</summary>
    [JsonStringEnumMemberName("slow")]
    Slow,

    [JsonStringEnumMemberName("500")]
    ServerError,

    /// <summary>Does not know the caller's agreement.</summary>
    [JsonStringEnumMemberName("401")]
    Unauthorized,

    /// <summary>Answers about somebody else.</summary>
    [JsonStringEnumMemberName("wrong-data")]
    WrongData,

    /// <summary>Payments and files passed on: tells everything twice.</summary>
    [JsonStringEnumMemberName("duplicate")]
    Duplicate,

    /// <summary>Payments: tells first that a code has expired, then that it was paid before. Files passed on: tells the newest first.</summary>
    [JsonStringEnumMemberName("out-of-order")]
    OutOfOrder,

    /// <summary>Payments and files passed on: its clock is ten minutes ahead.</summary>
    [JsonStringEnumMemberName("clock-skew")]
    ClockSkew,
}
