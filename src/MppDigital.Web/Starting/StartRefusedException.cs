namespace MppDigital.Web.Starting;

/// <summary>The program must not start like this; the message is the one line the operator reads.</summary>
public sealed class StartRefusedException(string message) : Exception(message);
