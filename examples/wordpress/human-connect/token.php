<?php
defined( 'ABSPATH' ) || exit;

/** Adds `POST /wp-json/human-connect/v1/token`. WordPress refuses a call with a wrong nonce, and takes one without a nonce for a stranger's. */
function human_connect_add_endpoint() {
	register_rest_route(
		'human-connect/v1',
		'/token',
		array(
			'methods'             => 'POST',
			'callback'            => 'human_connect_give_token',
			'permission_callback' => 'is_user_logged_in',
		)
	);
}

/** Answers with a token of the user who is signed in: the browser gets the token and its life, and nothing else. */
function human_connect_give_token() {
	$user_id = 'wp-' . get_current_user_id();
	$grant   = human_connect_request_token( 'session', $user_id );
	// A user who has connected a source needs the other type.
	if ( 403 === $grant['status'] ) {
		$grant = human_connect_request_token( 'id', $user_id );
	}
	if ( 200 !== $grant['status'] || ! $grant['token'] ) {
		// The status says enough; the body of the service may repeat the secret.
		error_log( '[human-connect] Human API refused a token: ' . $grant['status'] );
		return new WP_Error( 'human_connect_failed', 'Human API gave no token.', array( 'status' => 502 ) );
	}
	$response = new WP_REST_Response( array( $grant['field'] => $grant['token'], 'expires_in' => $grant['expires_in'] ) );
	$response->header( 'Cache-Control', 'no-store' );
	return $response;
}

/**
 * Requests a token from Human API.
 *
 * @param string $type    `session` or `id`.
 * @param string $user_id The site's own id of the user.
 * @return array `status` of HTTP, 0 without an answer; `field`, `token` and `expires_in`, in seconds.
 */
function human_connect_request_token( $type, $user_id ) {
	$auth_url = defined( 'HUMAN_CONNECT_AUTH_URL' ) ? HUMAN_CONNECT_AUTH_URL : 'https://auth.humanapi.co';
	$answer   = wp_remote_post(
		$auth_url . '/v1/connect/token',
		array(
			'headers'     => array( 'Content-Type' => 'application/json' ),
			'redirection' => 0,
			'timeout'     => 10,
			'body'        => wp_json_encode(
				array(
					'client_id'      => get_option( 'human_connect_client_id' ),
					'client_secret'  => human_connect_read_secret(),
					'client_user_id' => $user_id,
					'type'           => $type,
				)
			),
		)
	);
	if ( is_wp_error( $answer ) ) {
		return array( 'status' => 0 );
	}
	$status = (int) wp_remote_retrieve_response_code( $answer );
	$body   = json_decode( wp_remote_retrieve_body( $answer ), true );
	$field  = $type . '_token';
	return array(
		// The service answers 200 or 201.
		'status'     => $status >= 200 && $status < 300 ? 200 : $status,
		'field'      => $field,
		'token'      => isset( $body[ $field ] ) && is_string( $body[ $field ] ) ? $body[ $field ] : '',
		'expires_in' => isset( $body['expires_in'] ) ? (int) $body['expires_in'] : 0,
	);
}
